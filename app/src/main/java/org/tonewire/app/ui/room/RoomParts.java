package org.tonewire.app.ui.room;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.tonewire.app.core.room.SourceIds;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.Folders;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;

/// What the room screen needs besides the room.
///
/// @param onComer told the name of each who comes
public record RoomParts(
        SourceIds sourceIds,
        DeviceModel devices,
        SettingsModel settings,
        Folders folders,
        Consumer<String> onComer,
        UiThreads threads,
        Wording wording) {
    /// Where recordings go now.
    Path recordFolder() {
        return settings.now().get().desktop().recordFolder().orElse(folders.recordings());
    }
}
