package org.tonewire.app.ui.room;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.tonewire.app.core.room.SourceIds;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.Folders;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;

/// The dependencies of the room screen.
///
/// @param onJoined receives the name of each participant who joins
public record RoomContext(
        SourceIds sourceIds,
        DeviceModel devices,
        SettingsModel settings,
        Folders folders,
        Consumer<String> onJoined,
        UiThreads threads,
        Wording wording) {
    /// The present folder for recordings.
    Path recordFolder() {
        return settings.now().get().desktop().recordFolder().orElse(folders.recordings());
    }
}
