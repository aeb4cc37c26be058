package org.tonewire.app.rtc.sound;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.rtc.guard.NativeRelease;

/// One link's end of a feed: a native source and the track made of it. Session thread, but for
/// [#push(byte[])].
public final class FeedTap {
    private final PushedFeed feed;
    private final CustomAudioSource source;
    private final AudioTrack track;

    public FeedTap(PeerConnectionFactory factory, PushedFeed feed, TrackId id) {
        this.feed = feed;
        source = new CustomAudioSource();
        track = factory.createAudioTrack(id.value(), source);
    }

    public AudioTrack track() {
        return track;
    }

    /// Source thread.
    void push(byte[] samples) {
        source.pushAudio(
                samples,
                16,
                AudioFormat.SAMPLE_RATE_HZ,
                AudioFormat.CHANNELS,
                AudioFormat.FRAME_SAMPLES);
    }

    public void open() {
        feed.add(this);
    }

    /// Stops the frames, so that the sender may be closed.
    public boolean shut() {
        return feed.remove(this);
    }

    /// Releases the native objects, after the sender is stopped.
    public void dispose() {
        NativeRelease.of(track);
        NativeRelease.of(source::dispose);
    }
}
