package org.tonewire.app.core.link;

import java.util.function.Consumer;

/// One end of a link, whose path ICE finds (RFC 8445). Session thread only.
public interface Link extends AutoCloseable {
    /// Asks these STUN and TURN servers from the next restart on, and relays alone or not; ports
    /// stay. Without an effect where that fails.
    void use(IceSettings changed);

    /// Candidates that arrive before the description of the other end are stored for it.
    void addCandidate(IceCandidate candidate);

    /// Collects statistics; the receiver gets them on the session thread, later, unless the link is
    /// closed by then.
    void collectStats(Consumer<LinkStats> receiver);

    @Override
    void close();
}
