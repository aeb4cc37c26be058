package org.tonewire.app.ui.model;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.settings.SettingsStore;
import org.tonewire.app.text.Wording;

/// What the window is built from.
///
/// @param sound called once, in the background, after the window shows
/// @param background runs blocking work, each task on a thread of its own
/// @param intent what to do first
/// @param closing told on the FX thread when the window is asked to close
public record AppParts(
        SettingsStore settings,
        Wording wording,
        Supplier<SoundParts> sound,
        Executor background,
        WindowIntent intent,
        Folders folders,
        DesktopParts desktop,
        Runnable closing) {}
