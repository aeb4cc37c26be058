package org.tonewire.signaling.room.event;

/// Where a client connects from: an IPv4 address, or the /64 network of an IPv6 address. Limits
/// count by it.
public record ClientNetwork(String text) {}
