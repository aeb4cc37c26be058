package org.tonewire.signaling.room.event;

/// Whether strangers may learn that a room exists.
public enum Visibility {
    LISTED,
    UNLISTED
}
