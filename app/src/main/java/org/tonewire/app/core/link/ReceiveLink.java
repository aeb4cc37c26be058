package org.tonewire.app.core.link;

import java.util.function.Consumer;

/// The receiving end of a link. Session thread only.
public interface ReceiveLink extends AutoCloseable {
    /// Takes an offer; reports the answer by [LinkListener#described(String)] and tracks to the
    /// [TrackListener].
    void acceptOffer(String sdp);

    /// Asks these STUN and TURN servers from the next restart on, and relays alone or not; ports
    /// stay. Without an effect where that fails.
    void use(IceSettings changed);

    /// Candidates that arrive before the offer are stored for it.
    void addCandidate(IceCandidate candidate);

    /// Collects statistics; the receiver gets them on the session thread, later, unless the link is
    /// closed by then.
    void collectStats(Consumer<LinkStats> receiver);

    @Override
    void close();
}
