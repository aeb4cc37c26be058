package org.tonewire.signaling.protocol;

import java.util.Locale;

/// Why the server refuses a client, or ends its connection. The client receives the reason, then
/// the socket is closed.
public enum RefusalReason implements WireName {
    VERSION_MISMATCH,
    NO_SUCH_ROOM,
    WRONG_KEY,
    ROOM_FULL,
    TOO_MANY_ROOMS,
    ROOM_TAKEN,
    ROOM_ENDED,
    TOKEN_REFUSED,
    ROOM_NAME_INVALID,
    NAME_INVALID,
    IDENTITY_INVALID,
    SERVER_CLOSING,
    TOO_SLOW;

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
