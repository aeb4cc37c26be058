package org.tonewire.app.shell.keys;

/// What came of asking to hear a key.
public sealed interface KeyWatching {
    record Watching(Watch watch) implements KeyWatching {}

    record Refused(Refusal why) implements KeyWatching {}

    /// A key that is heard until this is closed; that may be more than once.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    enum Refusal {
        /// Not on this system.
        NOT_HERE,
        /// Another program has the key.
        TAKEN,
        /// This keyboard has no such key.
        NO_SUCH_KEY
    }
}
