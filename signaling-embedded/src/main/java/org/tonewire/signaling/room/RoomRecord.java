package org.tonewire.signaling.room;

import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.OwnerHash;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Participant;

/// What another server needs to take a room over. Messages that wait for a member are not part of
/// it.
///
/// @param key empty for an open room
/// @param owner empty for a room of nobody
/// @param stay empty unless its owner opened it; its times are of the clock of the rooms
public record RoomRecord(
        RoomName name,
        Optional<AccessKey> key,
        Optional<OwnerHash> owner,
        Optional<Stay> stay,
        List<Member> members) {
    public RoomRecord {
        members = List.copyOf(members);
    }

    public RoomRecord with(List<Member> others) {
        return new RoomRecord(name, key, owner, stay, others);
    }

    /// @param connection empty while its connection is lost
    public record Member(Participant participant, Optional<ConnectionId> connection) {}
}
