package org.tonewire.app.core.link;

import java.util.List;
import java.util.function.Consumer;

/// The sending end of a link. Session thread only.
public interface SendLink extends AutoCloseable {
    /// Makes an offer of exactly these tracks (each needs an open feed) and reports it by
    /// [LinkListener#described(String)]. Not called again before the answer or a failure.
    void offer(List<SendTrack> tracks, OfferKind kind);

    /// Asks these STUN and TURN servers from the next restart on, and relays alone or not; ports
    /// stay. Without an effect where that fails.
    void use(IceSettings changed);

    void acceptAnswer(String sdp);

    /// Candidates that arrive before the answer are stored for it.
    void addCandidate(IceCandidate candidate);

    /// Sends a text on the `control` channel.
    ///
    /// @return false when the channel is not open or too much is waiting
    boolean sendControl(String text);

    /// Collects statistics; the receiver gets them on the session thread, later, unless the link is
    /// closed by then.
    void collectStats(Consumer<LinkStats> receiver);

    @Override
    void close();
}
