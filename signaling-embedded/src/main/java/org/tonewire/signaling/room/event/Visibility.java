package org.tonewire.signaling.room.event;

/// Whether room lists show a room to everybody.
public enum Visibility {
    LISTED,
    UNLISTED
}
