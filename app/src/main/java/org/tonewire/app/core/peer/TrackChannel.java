package org.tonewire.app.core.peer;

import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.TrackStrip;
import org.tonewire.app.core.control.ControlMessage.TrackInfo;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.mix.TrackQueue;
import org.tonewire.app.core.record.RecordTap;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.TrackKey;

/// A received track from its link to the output. Session thread only, but for the strip.
public final class TrackChannel {
    private final TrackKey key;
    private final RemoteTrack remote;
    private final TrackQueue queue;
    private final TrackStrip strip;
    private final RecordTap recordTap;
    private Fader fader = Fader.UNITY;
    private @Nullable TrackInfo info;
    private boolean announced;

    /// Frames flow from here on.
    public TrackChannel(TrackKey key, RemoteTrack remote, TrackQueue queue) {
        this.key = key;
        this.remote = remote;
        this.queue = queue;
        this.strip = new TrackStrip(queue);
        this.recordTap = new RecordTap(strip);
        remote.start(recordTap);
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
        return queue.queuedMicros() / 1e3;
    }

    public SoundStats.QueueStats queueStats() {
        return new SoundStats.QueueStats(
                key, queueMillis(), queue.underruns(), queue.lostFrames(), queue.driftPpm());
    }

    public String name() {
        return info == null ? key.track().value() : info.name();
    }

    boolean mutedByOwner() {
        return info != null && info.muted();
    }

    /// @return whether this changed the description
    boolean describe(TrackInfo next) {
        boolean changed = !next.equals(info);
        info = next;
        return changed;
    }

    public boolean isAnnounced() {
        return announced;
    }

    void announce() {
        announced = true;
    }

    /// @param anySolo whether any track is solo, this one or another
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
        queue.close();
    }
}
