package org.tonewire.app.ui.settings;

import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.Folders;
import org.tonewire.app.ui.model.SettingsModel;

/// What the settings screen shows.
public record SettingsParts(SettingsModel settings, DeviceModel devices, Folders folders) {}
