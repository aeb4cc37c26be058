package org.tonewire.app.core.peer;

import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.RenderBus;
import org.tonewire.app.core.audio.TrackStrip;
import org.tonewire.app.core.control.ControlMessage.TrackInfo;
import org.tonewire.app.core.device.TrackOutput;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.record.RecordTap;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.TrackKey;

/// A received track from its link to the output. Session thread only, but for the strip.
public final class TrackChannel {
    private final TrackKey key;
    private final RemoteTrack remote;
    private final TrackOutput output;
    private final TrackStrip strip;
    private final RecordTap recordTap;
    private Fader fader = Fader.UNITY;
    private @Nullable TrackInfo info;
    private boolean announced;

    /// Sound flows from here on.
    public TrackChannel(TrackKey key, RemoteTrack remote, TrackOutput output, RenderBus bus) {
        this.key = key;
        this.remote = remote;
        this.output = output;
        this.strip = new TrackStrip(output, bus.tap());
        this.recordTap = new RecordTap(strip);
        remote.listen(recordTap);
    }

    public RecordTap recordTap() {
        return recordTap;
    }

    public TrackKey key() {
        return key;
    }

    Fader fader() {
        return fader;
    }

    public TrackStrip strip() {
        return strip;
    }

    public double queueMillis() {
        return output.queuedMicros() / 1e3;
    }

    public String name() {
        return info == null ? key.track().value() : info.name();
    }

    boolean mutedByOwner() {
        return info != null && info.muted();
    }

    /// @return whether this is news
    boolean describe(TrackInfo told) {
        boolean news = !told.equals(info);
        info = told;
        return news;
    }

    public boolean isAnnounced() {
        return announced;
    }

    void announce() {
        announced = true;
    }

    /// @param anySolo some track is solo, this one or another
    void set(Fader fader, boolean anySolo) {
        this.fader = fader;
        boolean heard = !fader.muted() && (fader.solo() || !anySolo);
        strip.set(fader.gainDb(), fader.pan(), heard);
    }

    ReceivedTrackState view() {
        return new ReceivedTrackState(key, name(), mutedByOwner(), fader, strip.meter());
    }

    void close() {
        remote.stop();
        recordTap.end();
        output.close();
    }
}
