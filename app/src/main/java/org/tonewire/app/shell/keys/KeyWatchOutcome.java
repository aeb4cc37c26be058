package org.tonewire.app.shell.keys;

/// The outcome of watching a key.
public sealed interface KeyWatchOutcome {
    record Watching(Watch watch) implements KeyWatchOutcome {}

    record Refused(Refusal why) implements KeyWatchOutcome {}

    /// An active watch. Closing it is idempotent.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    enum Refusal {
        /// The system does not support it.
        NOT_HERE,
        /// Another program has grabbed the key.
        TAKEN,
        /// The keyboard does not have the key.
        NO_SUCH_KEY
    }
}
