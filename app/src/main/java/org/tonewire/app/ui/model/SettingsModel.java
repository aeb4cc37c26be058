package org.tonewire.app.ui.model;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.DesktopSettings;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.shell.settings.Settings.Theme;
import org.tonewire.app.shell.settings.SettingsReading;
import org.tonewire.app.shell.settings.SettingsStore;
import org.tonewire.app.shell.settings.SoundSettings;
import org.tonewire.signaling.protocol.ParticipantName;

/// The present settings. Each change is saved immediately, in the background. FX thread.
public final class SettingsModel {
    private final SettingsStore store;
    private final Folders folders;
    private final UiThreads threads;
    private final SavedValue<Settings> kept;

    public SettingsModel(SettingsStore store, Settings loaded, Folders folders, UiThreads threads) {
        this.store = store;
        this.folders = folders;
        this.threads = threads;
        this.kept = new SavedValue<>(loaded, store.loadProblem(), store::save, threads);
    }

    public ReadOnlyObjectProperty<Settings> now() {
        return kept.now();
    }

    /// Why loading or the last save failed.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return kept.problem();
    }

    public Folders folders() {
        return folders;
    }

    /// The folder for recordings: the chosen one, or the default.
    public Path recordFolder() {
        return now().get().desktop().recordFolder().orElse(folders.recordings());
    }

    public void setName(ParticipantName name) {
        change(now().get().withName(Optional.of(name)));
    }

    public void setTheme(Theme theme) {
        setAppearance(now().get().appearance().withTheme(theme));
    }

    public void setAppearance(Appearance appearance) {
        change(now().get().withAppearance(appearance));
    }

    public void setOutput(OutputChoice output) {
        setSound(now().get().sound().withOutput(output));
    }

    /// Sets the device of new microphones.
    public void setMicrophone(Optional<DeviceId> microphone) {
        setSound(now().get().sound().withMicrophone(microphone));
    }

    public void setSound(SoundSettings sound) {
        change(now().get().withSound(sound));
    }

    public void setIce(IceSettings ice) {
        change(now().get().withIce(ice));
    }

    public void setHostPort(int port) {
        change(now().get().withHostPort(port));
    }

    public void setDesktop(DesktopSettings desktop) {
        change(now().get().withDesktop(desktop));
    }

    /// Exports the settings to a file.
    public void exportTo(Path file) {
        Settings current = now().get();
        threads.background()
                .execute(() -> {
                    Optional<Problem> outcome = store.exportTo(file, current);
                    threads.fx().execute(() -> kept.tell(outcome));
                });
    }

    /// Imports the settings from a file. If the file is invalid, nothing changes and the problem is
    /// shown.
    public void importFrom(Path file) {
        threads.background()
                .execute(() -> {
                    SettingsReading reading = store.importFrom(file);
                    threads.fx().execute(() -> take(reading));
                });
    }

    private void take(SettingsReading reading) {
        switch (reading) {
            case SettingsReading.Failed(Problem why) -> kept.tell(Optional.of(why));
            case SettingsReading.Read(Settings imported) -> {
                kept.tell(Optional.empty());
                change(imported.withDesktop(imported.desktop().withWelcomed(true)));
            }
        }
    }

    private void change(Settings changed) {
        kept.change(changed);
    }
}
