package org.tonewire.app.shell.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// Port: stores the settings. Any thread; the file is small.
public interface SettingsStore {
    /// The stored settings; defaults if there are none or they cannot be read (a broken file is
    /// kept under another name; see [#loadProblem()]).
    Settings load();

    /// The problem found by the last [#load()], if any.
    Optional<Problem> loadProblem();

    /// Saves the settings atomically: after a crash, the file has either the old or the new ones.
    ///
    /// @return the problem, if saving failed
    Optional<Problem> save(Settings settings);

    /// Exports the settings to another file. It may contain passwords of TURN servers.
    ///
    /// @return the problem, if it failed
    Optional<Problem> exportTo(Path file, Settings settings);

    /// Reads an exported file; changes nothing.
    SettingsReading importFrom(Path file);
}
