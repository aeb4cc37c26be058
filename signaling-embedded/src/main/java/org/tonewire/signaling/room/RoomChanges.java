package org.tonewire.signaling.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.room.Membership.Presence;
import org.tonewire.signaling.room.event.ConnectionId;

/// Collects what the latest event changed. Owned by [RoomRegister].
final class RoomChanges {
    private final List<RoomChange> latest = new ArrayList<>();

    /// A new event begins.
    void begin() {
        latest.clear();
    }

    List<RoomChange> latest() {
        return List.copyOf(latest);
    }

    void made(Room room) {
        latest.add(new RoomChange.Made(room.name()));
    }

    void gone(Room room) {
        latest.add(new RoomChange.Gone(room.name()));
    }

    /// Notes who entered and who left between two states of a room.
    void compare(Room before, Room after) {
        Map<ParticipantId, Membership> members = after.members();
        for (Membership old : before.members().values()) {
            if (!members.containsKey(old.id())) {
                latest.add(new RoomChange.Left(after.name(), old.participant()));
            }
        }
        for (Membership member : members.values()) {
            if (member.presence() instanceof Presence.Connected(ConnectionId by)) {
                how(before.member(member.id()), by)
                        .ifPresent(how ->
                                latest.add(
                                        new RoomChange.Entered(
                                                after.name(), member.participant(), by, how)));
            }
        }
    }

    /// Empty if the member was there by this connection before.
    private static Optional<RoomChange.How> how(Optional<Membership> before, ConnectionId by) {
        if (before.isEmpty()) {
            return Optional.of(RoomChange.How.JOINED);
        }
        return switch (before.get().presence()) {
            case Presence.Away _ -> Optional.of(RoomChange.How.CAME_BACK);
            case Presence.Connected(ConnectionId old) ->
                    old.equals(by) ? Optional.empty() : Optional.of(RoomChange.How.TOOK_OVER);
        };
    }
}
