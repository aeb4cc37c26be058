package org.tonewire.app.shell.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// Keeps settings between starts. Any thread; the file is small.
public interface SettingsStore {
    /// What was kept; the defaults where there is nothing or it cannot be read (a broken file is
    /// set aside, never lost; see [#trouble()]).
    Settings load();

    /// What was wrong when they were last loaded.
    Optional<Problem> trouble();

    /// Keeps them so that a crash leaves either the old or the new ones.
    ///
    /// @return the problem, if it did not work
    Optional<Problem> save(Settings settings);

    /// Writes them to another file, to be taken along. It may hold the passwords of TURN servers.
    ///
    /// @return the problem, if it did not work
    Optional<Problem> exportTo(Path file, Settings settings);

    /// Reads what was exported; changes nothing here.
    SettingsReading importFrom(Path file);
}
