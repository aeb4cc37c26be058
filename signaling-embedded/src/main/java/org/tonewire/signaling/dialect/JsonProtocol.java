package org.tonewire.signaling.dialect;

import java.util.List;
import org.tonewire.signaling.dialect.Conversation.Step;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.RoomEffect;

/// One socket's talk in a family's own JSON objects; [JsonConversation] does what all such families
/// have in common.
public interface JsonProtocol {
    Family family();

    /// The socket is open.
    default List<Step> opened() {
        return List.of();
    }

    /// The client sent this object.
    List<Step> received(JsonFrame frame);

    /// A place of this connection is told something.
    List<Step> notified(RoomEffect.Deliver deliver);

    /// The room did not let this connection in; it is closed after these steps.
    default List<Step> refused(RefusalReason reason) {
        return List.of();
    }

    /// The client spoke to somebody who is not in its room.
    default List<Step> targetUnknown(ParticipantId target) {
        return List.of(new Step.Ignore("a message to nobody in the room"));
    }

    /// The client turned out to be of another family.
    default List<Step> abandoned() {
        return List.of();
    }
}
