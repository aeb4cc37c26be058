package org.tonewire.app.shell;

/// The picture of the tray icon.
public enum TrayPicture {
    /// Not in a room.
    IDLE,
    IN_ROOM,
    /// In a room, and all microphones are muted.
    MUTED
}
