package org.tonewire.app.ui.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.tonewire.app.core.address.WebAddress;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.RoomSession;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SourceIds;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.shell.settings.SoundSettings;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.LiveList;
import org.tonewire.app.ui.model.SettingsModel;

/// The local sources, and adding more. FX thread.
public final class SourcesViewModel {
    private static final double TONE_HZ = 440;

    private final RoomSession session;
    private final SourceIds ids = new SourceIds();
    private final DeviceModel devices;
    private final SettingsModel settings;
    private final LiveList<SourceId, LocalSource, SourceStripModel> strips;
    private final ReadOnlyBooleanWrapper allMuted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Microphones> microphones =
            new ReadOnlyObjectWrapper<>(Microphones.NONE);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public SourcesViewModel(
            RoomSession session, DeviceModel devices, SettingsModel settings, Wording wording) {
        this.session = session;
        this.settings = settings;
        this.devices = devices;
        this.strips =
                new LiveList<>(
                        LocalSource::id,
                        source -> new SourceStripModel(source, this::submit, wording),
                        SourceStripModel::show);
    }

    public void show(List<LocalSource> sources) {
        strips.show(sources);
        microphones.set(Microphones.of(sources));
        allMuted.set(!sources.isEmpty() && sources.stream().allMatch(LocalSource::muted));
    }

    public ObservableList<SourceStripModel> strips() {
        return strips.models();
    }

    public ReadOnlyBooleanProperty allMuted() {
        return allMuted.getReadOnlyProperty();
    }

    /// Why the last source could not be added.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public DeviceModel devices() {
        return devices;
    }

    public void addMicrophone() {
        SoundSettings sound = settings.now().get().sound();
        SourceOrigin origin = new SourceOrigin.Microphone(sound.microphone());
        problem.set(Optional.empty());
        add(
                new SourceSpec(
                        origin,
                        sound.microphoneProfile(),
                        sound.microphoneChannels(),
                        0,
                        Optional.empty()));
    }

    /// Reports a problem if the computer has no such device (macOS without a virtual device).
    public void addSystemAudio() {
        boolean known = !devices.devices().get().isEmpty();
        if (known && !devices.hasAny(DeviceKind.SYSTEM_AUDIO)) {
            problem.set(Optional.of(Problem.of(Reason.SYSTEM_AUDIO_UNSUPPORTED)));
            return;
        }
        add(new SourceOrigin.SystemAudio(Optional.empty()), otherProfile());
    }

    public void addFiles(List<Path> files) {
        for (Path file : files) {
            add(new SourceOrigin.AudioFile(file, false), otherProfile());
        }
    }

    /// Adds the stream at an address.
    ///
    /// @return what is wrong with it, if it is not an `http` or `https` address
    public Optional<WebAddress.Part> addAddress(String text) {
        return switch (WebAddress.parse(text)) {
            case WebAddress.Read(WebAddress address) -> {
                add(new SourceOrigin.Address(address.uri()), otherProfile());
                yield Optional.empty();
            }
            case WebAddress.Wrong(WebAddress.Part part, _) -> Optional.of(part);
        };
    }

    public void addTone() {
        add(new SourceOrigin.Tone(TONE_HZ), otherProfile());
    }

    public ReadOnlyObjectProperty<Microphones> microphones() {
        return microphones.getReadOnlyProperty();
    }

    /// Silences all microphones, independently of their mutes, until they are released.
    public void holdMicrophones(boolean held) {
        submit(new SessionCommand.HoldMicrophones(held));
    }

    /// Submits a command. Mutes take effect and are shown at once, before the session confirms
    /// them.
    private void submit(SessionCommand command) {
        session.submit(command);
        if (command instanceof SessionCommand.SetSourceMuted
                || command instanceof SessionCommand.HoldMicrophones) {
            show(session.snapshot().sources());
        }
    }

    /// Mutes all microphones, or unmutes them if all are muted.
    public void toggleMicrophonesMuted() {
        List<SourceStripModel> all =
                strips.models().stream().filter(SourceStripModel::isMicrophone).toList();
        boolean mute = !all.stream().allMatch(strip -> strip.muted().get());
        all.forEach(strip -> strip.setMuted(mute));
    }

    /// Mutes all local sources, or unmutes them if all are muted.
    public void toggleAllMuted() {
        boolean mute = !allMuted.get();
        List.copyOf(strips.models()).forEach(strip -> strip.setMuted(mute));
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    private Profile otherProfile() {
        return settings.now().get().sound().otherProfile();
    }

    private void add(SourceOrigin origin, Profile profile) {
        problem.set(Optional.empty());
        add(new SourceSpec(origin, profile, 0, Optional.empty()));
    }

    public void add(SourceSpec spec) {
        session.submit(new SessionCommand.AddSource(ids.next(), spec));
    }
}
