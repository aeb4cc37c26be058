package org.tonewire.app.signaling;

import java.util.Optional;
import org.tonewire.signaling.protocol.key.ResumeToken;

/// State of a signaling channel.
sealed interface ChannelState {
    record Idle() implements ChannelState {}

    /// A socket is on its way.
    record Connecting(Entry entry, Memory memory) implements ChannelState {}

    /// Hello was said; the challenge is awaited.
    record Greeting(Entry entry, Memory memory) implements ChannelState {}

    /// Asked to enter.
    record Entering(Entry entry, Memory memory) implements ChannelState {}

    record Inside(Memory memory) implements ChannelState {}

    /// Lost; another try is due later.
    record Waiting(Memory memory) implements ChannelState {}

    record Over() implements ChannelState {}

    /// How a room is entered.
    enum Entry {
        /// By a proof; the room must exist.
        JOIN,
        /// By the key; makes the room where the server lets clients do so.
        OPEN
    }

    /// State kept from one connection to the next.
    ///
    /// @param place brings back the place in the room; present once we have been in
    /// @param failures since we were in
    /// @param farewell whether the server said that it closes; it may be back in a moment, or not
    record Memory(Optional<ResumeToken> place, int failures, boolean farewell) {
        static final Memory NOTHING = new Memory(Optional.empty(), 0, false);

        static Memory of(ResumeToken place) {
            return new Memory(Optional.of(place), 0, false);
        }

        Memory afterFailure() {
            return new Memory(place, failures + 1, farewell);
        }

        Memory afterFarewell() {
            return new Memory(place, failures, true);
        }
    }
}
