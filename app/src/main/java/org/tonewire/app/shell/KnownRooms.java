package org.tonewire.app.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tonewire.app.core.invite.Invite;

/// Rooms that this program joined before: favourites first, then the others, each sorted by last
/// use. Of the others, the ten newest are kept.
public record KnownRooms(List<KnownRoom> rooms) {
    private static final int MAX_RECENT = 10;
    private static final Comparator<KnownRoom> ORDER =
            Comparator.comparing(KnownRoom::favourite)
                    .thenComparing(KnownRoom::lastUsed)
                    .reversed();

    /// Declared after ORDER, which the constructor uses.
    public static final KnownRooms NONE = new KnownRooms(List.of());

    public KnownRooms {
        List<KnownRoom> kept = new ArrayList<>();
        int recent = 0;
        for (KnownRoom room : rooms.stream().sorted(ORDER).toList()) {
            if (room.favourite() || recent++ < MAX_RECENT) {
                kept.add(room);
            }
        }
        rooms = List.copyOf(kept);
    }

    /// The list after this room was joined.
    public KnownRooms joined(Invite invite, Instant now) {
        boolean favourite =
                rooms.stream().anyMatch(room -> room.favourite() && room.invite().equals(invite));
        return without(invite).with(new KnownRoom(invite, favourite, now));
    }

    /// The list with this room's favourite flag toggled.
    public KnownRooms toggled(Invite invite) {
        return new KnownRooms(
                rooms.stream()
                        .map(room ->
                                room.invite().equals(invite)
                                        ? new KnownRoom(invite, !room.favourite(), room.lastUsed())
                                        : room)
                        .toList());
    }

    /// The list after the invite of a room was renewed.
    public KnownRooms renewed(Invite before, Invite now) {
        return new KnownRooms(
                rooms.stream()
                        .map(room ->
                                room.invite().equals(before)
                                        ? new KnownRoom(now, room.favourite(), room.lastUsed())
                                        : room)
                        .toList());
    }

    public KnownRooms without(Invite invite) {
        return new KnownRooms(
                rooms.stream().filter(room -> !room.invite().equals(invite)).toList());
    }

    private KnownRooms with(KnownRoom room) {
        List<KnownRoom> more = new ArrayList<>(rooms);
        more.add(room);
        return new KnownRooms(more);
    }
}
