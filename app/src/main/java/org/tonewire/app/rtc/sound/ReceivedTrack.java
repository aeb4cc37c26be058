package org.tonewire.app.rtc.sound;

import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.rtc.guard.NativeGuard;

/// A received RTP track. The native track is owned by its receiver, so it is never disposed here,
/// and not used after [#stop()]. Session thread.
public final class ReceivedTrack implements RemoteTrack {
    private final TrackId id;
    private final NativeGuard guard;
    private final RenderPace pace;
    private @Nullable AudioTrack track;
    private @Nullable AudioTrackSink attached;

    public ReceivedTrack(TrackId id, AudioTrack track, NativeGuard guard, RenderPace pace) {
        this.id = id;
        this.track = track;
        this.guard = guard;
        this.pace = pace;
    }

    @Override
    public TrackId id() {
        return id;
    }

    @Override
    public void start(FrameSink sink) {
        if (track == null || attached != null) {
            return;
        }
        PcmFramer framer = new PcmFramer(sink);
        AudioTrackSink guarded =
                guard.aroundAudio((data, bits, rateHz, channels, frames) -> {
                    pace.frame();
                    framer.skippedTo(pace.skippedSamples());
                    framer.accept(data, bits, rateHz, channels, frames);
                });
        pace.trackAdded();
        attached = guarded;
        track.addSink(guarded);
    }

    /// Removing a native sink waits for its running call.
    @Override
    public void stop() {
        if (track != null && attached != null) {
            track.removeSink(attached);
            pace.trackRemoved();
        }
        track = null;
        attached = null;
    }
}
