package org.tonewire.signaling.room.event;

import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage.Resumption;

/// What a member or listener of a room receives. The dialect of its connection turns it into text.
public sealed interface Delivery {
    /// The receiver entered the room, or resumed its membership.
    ///
    /// @param others the other members
    record Welcome(RoomName room, Participant self, Resumption resumption, List<Participant> others)
            implements Delivery {
        public Welcome {
            others = List.copyOf(others);
        }
    }

    /// Another participant entered the room.
    record Joined(Participant participant) implements Delivery {}

    /// Another participant left the room.
    ///
    /// @param seal of the participant, if it left by itself and seals
    record Left(ParticipantId id, LeaveReason reason, Optional<Seal> seal) implements Delivery {}

    /// A newer connection took over the id of another participant. Native clients see a leave with
    /// the reason `replaced` and a join; other families see a join only.
    record Replaced(Participant participant) implements Delivery {}

    /// A message from another participant.
    record Relayed(Participant from, RelayedMessage content) implements Delivery {}
}
