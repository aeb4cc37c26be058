package org.tonewire.app.core.link;

import java.util.function.Consumer;

/// The receiving end of a link. Session thread only.
public interface ReceiveLink extends AutoCloseable {
    /// Takes an offer; the answer comes to [LinkListener#described(String)], tracks to the
    /// [TrackListener].
    void acceptOffer(String sdp);

    /// Candidates that come before the offer are kept for it.
    void addCandidate(IceCandidate candidate);

    /// Collects figures and hands them over on the session thread, later, unless the link is closed
    /// by then.
    void collectStats(Consumer<LinkStats> receiver);

    @Override
    void close();
}
