package org.tonewire.app.rtc;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import org.tonewire.app.core.link.TrackId;

/// The events that a connection reports to its link. Session thread.
interface ConnectionEvents {
    /// @param track borrowed, and muted in the native mix
    void trackAppeared(TrackId id, AudioTrack track);

    void trackGone(TrackId id);

    /// @param channel to be disposed by the link
    void channelAppeared(RTCDataChannel channel);

    /// A step of offer and answer failed, which the listener knows already.
    void exchangeFailed();
}
