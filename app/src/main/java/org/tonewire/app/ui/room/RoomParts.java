package org.tonewire.app.ui.room;

import org.tonewire.app.core.room.SourceIds;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;

/// What the room screen needs besides the room.
public record RoomParts(
        SourceIds sourceIds,
        DeviceModel devices,
        SettingsModel settings,
        UiThreads threads,
        Wording wording) {}
