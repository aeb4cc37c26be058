package org.tonewire.app.core.host;

/// The limits of a standalone server.
public enum ServerLimit {
    /// The largest message.
    MESSAGE_BYTES,
    /// Of one socket, on average.
    MESSAGES_PER_SECOND,
    SOCKETS,
    /// From one address of another computer.
    SOCKETS_PER_ADDRESS,
    /// In one room, with a key or without.
    PARTICIPANTS,
    ROOMS,
    /// That one owner's key has.
    ROOMS_PER_OWNER,
    /// That owners opened from one address of another computer.
    ROOMS_PER_ADDRESS,
    /// For how long a socket may stay without entering a room, where a person has to do it.
    LOGIN_SECONDS
}
