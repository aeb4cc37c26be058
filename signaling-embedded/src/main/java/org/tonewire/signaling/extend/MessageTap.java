package org.tonewire.signaling.extend;

import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;

/// Receives each text that is relayed between data channels. Called on the thread `tonewire-taps`;
/// may block. An exception is logged and does not affect other taps.
@FunctionalInterface
public interface MessageTap {
    void received(RoomName room, ParticipantId sender, String text) throws Exception;
}
