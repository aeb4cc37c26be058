package org.tonewire.signaling.room.event;

/// A connection of a client. Never reused while the server runs.
public record ConnectionId(long value) {}
