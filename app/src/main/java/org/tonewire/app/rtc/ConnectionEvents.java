package org.tonewire.app.rtc;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import org.tonewire.app.core.link.TrackId;

/// What a connection tells its link. Session thread.
interface ConnectionEvents {
    /// @param track borrowed, silenced in the native mix
    void trackAppeared(TrackId id, AudioTrack track);

    void trackGone(TrackId id);

    /// @param channel ours to dispose
    void channelAppeared(RTCDataChannel channel);

    /// A step of offer and answer did not work; the listener was told.
    void exchangeFailed();
}
