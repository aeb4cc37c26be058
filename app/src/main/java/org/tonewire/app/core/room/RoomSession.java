package org.tonewire.app.core.room;

import java.util.function.Consumer;

/// A participant's session in a room, from joining to leaving. All methods may be called by any
/// thread and return at once, but for [#leave()].
public interface RoomSession {
    /// Submits a command; its result follows as an event and in the snapshot. A command that
    /// silences a source takes effect before this returns, and the snapshot shows it.
    void submit(SessionCommand command);

    /// The whole state, as it was at one moment.
    SessionSnapshot snapshot();

    /// Adds a listener for every event, in order, on the session's thread. It must return at once.
    /// An event follows the snapshot that shows it.
    ///
    /// @return removes the listener
    Runnable onEvent(Consumer<SessionEvent> listener);

    /// Begins to leave and returns at once: from here on nothing is sent and nothing is played,
    /// whatever the session's thread does. Idempotent.
    void beginLeaving();

    /// Leaves and waits until the native parts are closed (3 s at most). Idempotent.
    void leave();
}
