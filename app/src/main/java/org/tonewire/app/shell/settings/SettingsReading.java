package org.tonewire.app.shell.settings;

import org.tonewire.app.core.problem.Problem;

/// The outcome of reading a settings file.
public sealed interface SettingsReading {
    record Read(Settings settings) implements SettingsReading {}

    record Failed(Problem problem) implements SettingsReading {}
}
