package org.tonewire.app.core.settings;

import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// Keeps settings between starts. Any thread; the file is small.
public interface SettingsStore {
    /// What was kept; the defaults where there is nothing or it cannot be read (a broken file is
    /// set aside, never lost).
    Settings load();

    /// Keeps them so that a crash leaves either the old or the new ones.
    ///
    /// @return the problem, if it did not work
    Optional<Problem> save(Settings settings);
}
