package org.tonewire.app.signaling;

import java.util.Optional;
import org.tonewire.signaling.protocol.key.ResumeToken;

/// State of a signaling channel.
sealed interface ChannelState {
    record Idle() implements ChannelState {}

    /// A socket is being opened.
    record Connecting(Entry entry, Memory memory) implements ChannelState {}

    /// Hello was sent; the challenge is awaited.
    record Greeting(Entry entry, Memory memory) implements ChannelState {}

    /// The request to enter was sent.
    record Entering(Entry entry, Memory memory) implements ChannelState {}

    record Inside(Memory memory) implements ChannelState {}

    /// The connection is lost; another try is due later.
    record Waiting(Memory memory) implements ChannelState {}

    record Over() implements ChannelState {}

    /// How to enter a room.
    enum Entry {
        /// By a proof; the room must exist.
        JOIN,
        /// By the key; opens the room where the server lets clients do so.
        OPEN
    }

    /// State that outlives one connection.
    ///
    /// @param token resumes the membership; present once the channel has been in the room
    /// @param failures since the channel was in the room, or since it began
    /// @param closing whether the server announced that it closes; it may be restarting
    record Memory(Optional<ResumeToken> token, int failures, boolean closing) {
        static final Memory NOTHING = new Memory(Optional.empty(), 0, false);

        static Memory of(ResumeToken token) {
            return new Memory(Optional.of(token), 0, false);
        }

        Memory afterFailure() {
            return new Memory(token, failures + 1, closing);
        }

        Memory afterClosing() {
            return new Memory(token, failures, true);
        }
    }
}
