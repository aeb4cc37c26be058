package org.tonewire.signaling.extend;

import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;

/// Is told each text that goes from data channel to data channel. Called on one thread of the
/// server's own; what it throws is logged and keeps nobody else from hearing.
@FunctionalInterface
public interface MessageTap {
    void received(RoomName room, ParticipantId sender, String text) throws Exception;
}
