package org.tonewire.app.ui.participants;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.ui.model.OptimisticValue;

/// A received track, as its strip shows it. FX thread.
public final class TrackStripModel {
    private final TrackKey key;
    private final Consumer<SessionCommand> session;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper quality = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper mutedByOwner = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper solo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<LevelMeter> meter;
    private final OptimisticValue gainDb;
    private final OptimisticValue pan;

    TrackStripModel(ReceivedTrackState track, Consumer<SessionCommand> session) {
        this.key = track.key();
        this.session = session;
        this.meter = new ReadOnlyObjectWrapper<>(track.meter());
        this.gainDb = new OptimisticValue(track.fader().gainDb());
        this.pan = new OptimisticValue(track.fader().pan());
        show(track);
    }

    void show(ReceivedTrackState track) {
        name.set(track.name());
        mutedByOwner.set(track.mutedByOwner());
        muted.set(track.fader().muted());
        solo.set(track.fader().solo());
        meter.set(track.meter());
        gainDb.update(track.fader().gainDb());
        pan.update(track.fader().pan());
    }

    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    TrackKey key() {
        return key;
    }

    void showQuality(String words) {
        quality.set(words);
    }

    /// Codec and bit rate as text; empty while unknown.
    public ReadOnlyStringProperty quality() {
        return quality.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty mutedByOwner() {
        return mutedByOwner.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty muted() {
        return muted.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty solo() {
        return solo.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LevelMeter> meter() {
        return meter.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty gainDb() {
        return gainDb.shown();
    }

    public ReadOnlyDoubleProperty pan() {
        return pan.shown();
    }

    public void setGain(double db) {
        gainDb.set(db);
        session.accept(new SessionCommand.SetTrackGain(key, db));
    }

    public void setPan(double place) {
        pan.set(place);
        session.accept(new SessionCommand.SetTrackPan(key, place));
    }

    public void setMuted(boolean silent) {
        muted.set(silent);
        session.accept(new SessionCommand.SetTrackMuted(key, silent));
    }

    public void setSolo(boolean alone) {
        solo.set(alone);
        session.accept(new SessionCommand.SetTrackSolo(key, alone));
    }

    public void toggleMuted() {
        setMuted(!muted.get());
    }

    public void toggleSolo() {
        setSolo(!solo.get());
    }
}
