package org.tonewire.signaling.room.event;

/// A message from one participant to others. Rooms relay it without reading it; dialects know its
/// form.
public interface RelayedMessage {
    /// Its approximate length, for the limits of a backlog.
    int bytes();

    /// Whether guests may send it, to members. Not unless it says so.
    default boolean isAllowedToGuests() {
        return false;
    }
}
