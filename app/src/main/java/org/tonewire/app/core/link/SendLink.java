package org.tonewire.app.core.link;

import java.util.List;

/// The sending end of a link. Session thread only.
public interface SendLink extends Link {
    /// Makes an offer of exactly these tracks (each needs an open feed) and reports it by
    /// [LinkListener#described(String)]. Not called again before the answer or a failure.
    void offer(List<SendTrack> tracks, OfferKind kind);

    void acceptAnswer(String sdp);

    /// Sends a text on the `control` channel.
    ///
    /// @return false when the channel is not open or too much is waiting
    boolean sendControl(String text);
}
