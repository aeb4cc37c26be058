package org.tonewire.app.core.room;

import java.util.function.Consumer;

/// A participant's session in a room, from joining to leaving. All methods may be called by any
/// thread and return at once, but for [#leave()].
public interface RoomSession {
    /// Asks for something; what comes of it is told as an event and shown in the snapshot. What
    /// silences a source does so before this returns, and the snapshot shows it.
    void submit(SessionCommand command);

    /// The whole state, as it was at one moment.
    SessionSnapshot snapshot();

    /// Tells every event, in order, from the session's thread: hand over and return. An event comes
    /// after the snapshot that shows it.
    ///
    /// @return ends the telling
    Runnable onEvent(Consumer<SessionEvent> listener);

    /// Begins to leave and returns at once: nothing of this participant is sent from here on, and
    /// nothing is heard, whatever the session's thread does. Idempotent.
    void beginLeaving();

    /// Leaves properly and waits until everything native is closed (3 s at most). Idempotent.
    void leave();
}
