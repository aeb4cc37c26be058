package org.tonewire.app.ui.settings;

import javafx.beans.value.ObservableValue;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.Folders;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.talk.KeyScope;

/// The dependencies of the settings screen.
///
/// @param scope where the talk key works
public record SettingsParts(
        SettingsModel settings,
        DeviceModel devices,
        Folders folders,
        ObservableValue<KeyScope> scope) {}
