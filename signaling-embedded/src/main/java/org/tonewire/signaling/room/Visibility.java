package org.tonewire.signaling.room;

/// Whether strangers may learn that a room exists.
public enum Visibility {
    LISTED,
    UNLISTED
}
