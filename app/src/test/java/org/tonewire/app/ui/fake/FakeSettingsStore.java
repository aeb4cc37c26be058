package org.tonewire.app.ui.fake;

import java.nio.file.Path;
import java.util.Optional;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.shell.settings.SettingsReading;
import org.tonewire.app.shell.settings.SettingsStore;

/// Settings kept in memory.
public final class FakeSettingsStore implements SettingsStore {
    private volatile Settings kept = Settings.DEFAULT;
    private volatile Settings exported = Settings.DEFAULT;
    private volatile Optional<Problem> problem = Optional.empty();

    public FakeSettingsStore with(Settings settings) {
        kept = settings;
        return this;
    }

    public void fail(Problem now) {
        problem = Optional.of(now);
    }

    @Override
    public Settings load() {
        return kept;
    }

    @Override
    public Optional<Problem> loadProblem() {
        return problem;
    }

    @Override
    public Optional<Problem> exportTo(Path file, Settings settings) {
        exported = settings;
        return problem;
    }

    @Override
    public SettingsReading importFrom(Path file) {
        return problem.<SettingsReading>map(SettingsReading.Failed::new)
                .orElse(new SettingsReading.Read(exported));
    }

    @Override
    public Optional<Problem> save(Settings settings) {
        if (problem.isEmpty()) {
            kept = settings;
        }
        return problem;
    }
}
