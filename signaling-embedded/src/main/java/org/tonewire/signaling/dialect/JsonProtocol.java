package org.tonewire.signaling.dialect;

import java.util.List;
import org.tonewire.signaling.dialect.Conversation.Step;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.RoomEffect;

/// The protocol state of one WebSocket whose family exchanges JSON objects. [JsonConversation]
/// calls it, on the event loop of the socket.
public interface JsonProtocol {
    Family family();

    /// The WebSocket is open.
    default List<Step> opened() {
        return List.of();
    }

    /// The client sent this object.
    List<Step> received(JsonFrame frame);

    /// A delivery for a membership of this connection.
    List<Step> notified(RoomEffect.Deliver deliver);

    /// The room refused this connection, which is closed after these steps.
    default List<Step> refused(RefusalReason reason) {
        return List.of();
    }

    /// The target of a message is not in the room of its sender.
    default List<Step> targetUnknown(ParticipantId target) {
        return List.of(new Step.Ignore("a message to nobody in the room"));
    }

    /// The first frame showed that the client belongs to another family.
    default List<Step> abandoned() {
        return List.of();
    }
}
