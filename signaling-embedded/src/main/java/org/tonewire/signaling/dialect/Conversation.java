package org.tonewire.signaling.dialect;

import java.util.List;
import org.tonewire.signaling.room.RoomEffect;
import org.tonewire.signaling.room.RoomEvent;

/// One socket's talk. Used by the one thread that owns the socket; the steps are done in their
/// order.
public interface Conversation {
    /// The client sent this text.
    List<Step> received(String text);

    /// The rooms have something to tell this connection.
    List<Step> told(RoomEffect.Told effect);

    /// The server is about to close.
    List<Step> serverClosing();

    /// What the owner of the socket has to do.
    sealed interface Step {
        record Send(String text) implements Step {}

        record Raise(RoomEvent event) implements Step {}

        /// Says good-bye; nothing is sent or read after it.
        record Close(CloseCode code, String reason) implements Step {}
    }
}
