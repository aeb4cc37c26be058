package org.tonewire.app.core.session;

import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.TrackStrip;
import org.tonewire.app.core.control.ControlMessage.TrackInfo;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.mix.TrackQueue;
import org.tonewire.app.core.record.RecordTap;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.TrackKey;

/// A received track from its link to the output. Session thread only, but for the strip.
final class TrackChannel {
    private final TrackKey key;
    private final RemoteTrack remote;
    private final TrackQueue queue;
    private final TrackStrip strip;
    private final RecordTap recordTap;
    private Fader fader = Fader.UNITY;
    private @Nullable TrackInfo info;
    private boolean announced;

    /// Sound flows from here on.
    TrackChannel(TrackKey key, RemoteTrack remote, TrackQueue queue) {
        this.key = key;
        this.remote = remote;
        this.queue = queue;
        this.strip = new TrackStrip(queue);
        this.recordTap = new RecordTap(strip);
        remote.listen(recordTap);
    }

    RecordTap recordTap() {
        return recordTap;
    }

    TrackKey key() {
        return key;
    }

    Fader fader() {
        return fader;
    }

    TrackStrip strip() {
        return strip;
    }

    double queueMillis() {
        return queue.queuedMicros() / 1e3;
    }

    SoundStats.QueueStats queueStats() {
        return new SoundStats.QueueStats(
                key, queueMillis(), queue.underruns(), queue.lostFrames(), queue.driftPpm());
    }

    String name() {
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

    boolean isAnnounced() {
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
        queue.close();
    }
}
