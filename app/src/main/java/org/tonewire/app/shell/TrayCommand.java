package org.tonewire.app.shell;

/// Commands of the tray icon.
public enum TrayCommand {
    SHOW_WINDOW,
    TOGGLE_MUTE,
    LEAVE,
    QUIT
}
