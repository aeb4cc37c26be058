package org.tonewire.app.signaling;

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

    /// The same state with another memory. The first and the last state have none.
    default ChannelState with(Memory memory) {
        return switch (this) {
            case Idle _, Over _ -> this;
            case Connecting(Entry entry, _) -> new Connecting(entry, memory);
            case Greeting(Entry entry, _) -> new Greeting(entry, memory);
            case Entering(Entry entry, _) -> new Entering(entry, memory);
            case Inside _ -> new Inside(memory);
            case Waiting _ -> new Waiting(memory);
        };
    }

    /// How to enter a room.
    enum Entry {
        /// By a proof; the room must exist.
        JOIN,
        /// By the key; opens the room where the server lets clients do so.
        OPEN
    }

    /// State that outlives one connection.
    ///
    /// @param ways by which secrets it may enter
    /// @param wasInside whether the channel has been in the room
    /// @param failures since the channel was in the room, or since it began
    /// @param closing whether the server announced that it closes; it may be restarting
    record Memory(WaysIn ways, boolean wasInside, int failures, boolean closing) {
        /// Before the first try.
        static Memory of(WaysIn ways) {
            return new Memory(ways, false, 0, false);
        }

        /// The server let this participant in.
        Memory inside() {
            return new Memory(ways.taken(), true, 0, false);
        }

        Memory with(WaysIn other) {
            return new Memory(other, wasInside, failures, closing);
        }

        Memory afterFailure() {
            return new Memory(ways, wasInside, failures + 1, closing);
        }

        Memory afterClosing() {
            return new Memory(ways, wasInside, failures, true);
        }
    }
}
