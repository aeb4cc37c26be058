package org.tonewire.app.ui.source;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.OptimisticValue;

/// A local source, as its strip shows it. FX thread.
public final class SourceStripModel {
    private final SourceId id;
    private final Consumer<SessionCommand> session;
    private final Wording wording;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<SourceOrigin> origin;
    private final ReadOnlyObjectWrapper<SourceStatus> status;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Profile> profile;
    private final ReadOnlyObjectWrapper<ChannelChoice> channels;
    private final ReadOnlyObjectWrapper<LevelMeter> meter;
    private final OptimisticValue gainDb;
    private Supplier<SourcePosition> position;

    SourceStripModel(LocalSource source, Consumer<SessionCommand> session, Wording wording) {
        this.id = source.id();
        this.session = session;
        this.wording = wording;
        this.origin = new ReadOnlyObjectWrapper<>(source.spec().origin());
        this.status = new ReadOnlyObjectWrapper<>(source.status());
        this.profile = new ReadOnlyObjectWrapper<>(source.spec().profile());
        this.channels = new ReadOnlyObjectWrapper<>(source.spec().channels());
        this.meter = new ReadOnlyObjectWrapper<>(source.meter());
        this.gainDb = new OptimisticValue(source.spec().gainDb());
        this.position = source.position();
    }

    void show(LocalSource source) {
        name.set(SourceTexts.name(source, wording));
        origin.set(source.spec().origin());
        status.set(source.status());
        problem.set(problemOf(source.status()));
        muted.set(source.muted());
        waiting.set(source.waiting());
        profile.set(source.spec().profile());
        channels.set(source.spec().channels());
        meter.set(source.meter());
        gainDb.update(source.spec().gainDb());
        position = source.position();
    }

    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SourceOrigin> origin() {
        return origin.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SourceStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// Why it sends nothing.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty muted() {
        return muted.getReadOnlyProperty();
    }

    /// Whether it waits for the talk key: it is silent, muted or not.
    public ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Profile> profile() {
        return profile.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChannelChoice> channels() {
        return channels.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LevelMeter> meter() {
        return meter.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty gainDb() {
        return gainDb.shown();
    }

    boolean isMicrophone() {
        return origin.get() instanceof SourceOrigin.Microphone;
    }

    /// The present position; to be sampled.
    public SourcePosition position() {
        return position.get();
    }

    /// The device, for sources of a device; empty is the default.
    public Optional<DeviceId> device() {
        return switch (origin.get()) {
            case SourceOrigin.Microphone(Optional<DeviceId> device) -> device;
            case SourceOrigin.SystemAudio(Optional<DeviceId> device) -> device;
            case SourceOrigin.AudioFile _, SourceOrigin.Address _ -> Optional.empty();
            case SourceOrigin.Pipe _, SourceOrigin.Tone _ -> Optional.empty();
        };
    }

    public void setGain(double db) {
        gainDb.set(db);
        session.accept(new SessionCommand.SetSourceGain(id, db));
    }

    public void setMuted(boolean silent) {
        muted.set(silent);
        session.accept(new SessionCommand.SetSourceMuted(id, silent));
    }

    public void toggleMuted() {
        setMuted(!muted.get());
    }

    public void setProfile(Profile wanted) {
        profile.set(wanted);
        session.accept(new SessionCommand.SetSourceProfile(id, wanted));
    }

    public void setChannels(ChannelChoice wanted) {
        channels.set(wanted);
        session.accept(new SessionCommand.SetSourceChannels(id, wanted));
    }

    /// Switches to another device of the same kind.
    public void useDevice(Optional<DeviceId> device) {
        switch (origin.get()) {
            case SourceOrigin.Microphone _ -> changeTo(new SourceOrigin.Microphone(device));
            case SourceOrigin.SystemAudio _ -> changeTo(new SourceOrigin.SystemAudio(device));
            case SourceOrigin.AudioFile _, SourceOrigin.Address _ -> {}
            case SourceOrigin.Pipe _, SourceOrigin.Tone _ -> {}
        }
    }

    /// Opens the source again: after a failure, or to play it again.
    public void reopen() {
        changeTo(origin.get());
    }

    public void remove() {
        session.accept(new SessionCommand.RemoveSource(id));
    }

    private void changeTo(SourceOrigin wanted) {
        session.accept(new SessionCommand.ChangeOrigin(id, wanted));
    }

    private static Optional<Problem> problemOf(SourceStatus status) {
        return status.trouble();
    }
}
