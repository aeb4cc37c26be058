package org.tonewire.app.rtc;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.TrackId;

/// The events that a connection reports to its link: on the owning thread, never from within a call
/// to the connection, and never after it is closed.
public interface ConnectionEvents {
    /// The offer or the answer of this end is applied. Candidates that belong to it follow.
    void described(String sdp);

    void candidateFound(IceCandidate candidate);

    /// Every candidate of this end is found.
    default void candidatesComplete() {}

    void stateChanged(LinkState state);

    /// A step of offer and answer failed, and this exchange is lost.
    void exchangeFailed(ExchangeStage stage);

    /// @param channel to be disposed by the link
    void channelAppeared(RTCDataChannel channel);

    /// @param track borrowed, and muted in the native mix
    default void trackAppeared(TrackId id, AudioTrack track) {}

    default void trackGone(TrackId id) {}
}
