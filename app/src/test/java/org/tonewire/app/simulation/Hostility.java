package org.tonewire.app.simulation;

/// Who is hostile in a history.
enum Hostility {
    NOBODY,
    SERVER,
    MEMBER,
    /// Together: the server has the keys of the room.
    SERVER_AND_MEMBER;

    private static final int HISTORIES_EACH = 3;

    /// One history of three has somebody hostile.
    static Hostility of(long seed) {
        if (seed % HISTORIES_EACH != 0) {
            return NOBODY;
        }
        return switch ((int) (seed / HISTORIES_EACH % 3)) {
            case 0 -> SERVER;
            case 1 -> MEMBER;
            default -> SERVER_AND_MEMBER;
        };
    }

    boolean ofServer() {
        return this == SERVER || this == SERVER_AND_MEMBER;
    }

    boolean ofMember() {
        return this == MEMBER || this == SERVER_AND_MEMBER;
    }
}
