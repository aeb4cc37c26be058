package org.tonewire.app.shell;

/// What the icon looks like.
public enum TrayPicture {
    /// In no room.
    AT_REST,
    IN_ROOM,
    /// In a room, and none of one's microphones is open.
    MUTED
}
