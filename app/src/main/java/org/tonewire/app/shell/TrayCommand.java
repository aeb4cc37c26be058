package org.tonewire.app.shell;

/// What can be asked for by the icon.
public enum TrayCommand {
    SHOW_WINDOW,
    TOGGLE_MUTE,
    LEAVE,
    QUIT
}
