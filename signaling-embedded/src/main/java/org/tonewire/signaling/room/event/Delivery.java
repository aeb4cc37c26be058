package org.tonewire.signaling.room.event;

import java.util.List;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage.Resumption;

/// What a member of a room is to be told; its dialect finds the words.
public sealed interface Delivery {
    /// You are in. `others` are there now.
    record Welcome(RoomName room, Participant self, Resumption resumption, List<Participant> others)
            implements Delivery {
        public Welcome {
            others = List.copyOf(others);
        }
    }

    record Joined(Participant participant) implements Delivery {}

    record Left(ParticipantId id, LeaveReason reason) implements Delivery {}

    /// A newer connection took over this id. No leave: but nothing of the older one is left.
    record Replaced(Participant participant) implements Delivery {}

    record Relayed(Participant from, RelayedMessage content) implements Delivery {}
}
