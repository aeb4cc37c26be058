package org.tonewire.app.shell;

import java.util.List;

/// What the tray icon shows.
///
/// @param tooltip one line
/// @param menu from top to bottom
public record TrayState(TrayPicture picture, String tooltip, List<TrayEntry> menu) {
    public TrayState {
        menu = List.copyOf(menu);
    }
}
