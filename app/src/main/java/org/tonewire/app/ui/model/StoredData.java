package org.tonewire.app.ui.model;

import org.tonewire.app.shell.KnownRooms;
import org.tonewire.app.shell.settings.Settings;

/// Stored data, read before the window shows.
public record StoredData(Settings settings, KnownRooms rooms) {
    public StoredData with(Settings changed) {
        return new StoredData(changed, rooms);
    }
}
