package org.tonewire.app.ui.model;

import org.tonewire.app.shell.RoomBook;
import org.tonewire.app.shell.settings.SettingsStore;

/// What the program keeps on disk for its user.
///
/// @param rooms the known rooms
public record Storage(SettingsStore settings, RoomBook rooms, Folders folders) {
    /// Blocks while the files are read.
    public StoredData load() {
        return new StoredData(settings.load(), rooms.load());
    }
}
