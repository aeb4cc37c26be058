package org.tonewire.signaling.room.event;

/// A socket as the rooms know it; never used twice in the life of a server.
public record ConnectionId(long value) {}
