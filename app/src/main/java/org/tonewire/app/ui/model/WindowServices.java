package org.tonewire.app.ui.model;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.settings.SettingsStore;
import org.tonewire.app.text.Wording;

/// The services that the window uses.
///
/// @param sound called once, in the background, after the window shows
/// @param background runs blocking tasks, each on its own thread
/// @param intent the first action
/// @param closing called on the FX thread when the window is about to close
public record WindowServices(
        SettingsStore settings,
        Wording wording,
        Supplier<AudioServices> sound,
        Executor background,
        WindowIntent intent,
        Folders folders,
        DesktopServices desktop,
        Runnable closing) {}
