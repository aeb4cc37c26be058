package org.tonewire.app.core.link;

/// The receiving end of a link. Session thread only.
public interface ReceiveLink extends Link {
    /// Takes an offer; reports the answer by [LinkListener#described(String)] and tracks to the
    /// [TrackListener].
    void acceptOffer(String sdp);
}
