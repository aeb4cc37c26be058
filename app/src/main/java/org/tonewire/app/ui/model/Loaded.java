package org.tonewire.app.ui.model;

import org.tonewire.app.shell.KnownRooms;
import org.tonewire.app.shell.settings.Settings;

/// Stored data, read before the window shows.
public record Loaded(Settings settings, KnownRooms rooms) {
    /// Blocks while the files are read.
    public static Loaded from(AppParts parts) {
        return new Loaded(parts.settings().load(), parts.desktop().rooms().load());
    }

    public Loaded with(Settings changed) {
        return new Loaded(changed, rooms);
    }
}
