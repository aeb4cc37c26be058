package org.tonewire.app.core.link;

/// Makes links and feeds, and holds what they share. Session thread only.
public interface PeerLinks extends AutoCloseable {
    /// Starts what is native and rehearses an exchange, so that the first link of a session has not
    /// to wait for that. Optional.
    void warmUp();

    /// Opens the way for a local track's frames.
    TrackFeed openFeed(TrackId id);

    SendLink publish(IceSettings settings, LinkListener listener);

    ReceiveLink listen(IceSettings settings, LinkListener listener, TrackListener tracks);

    LinksHealth health();

    /// Closes every link and feed still open, then all that is native, in order.
    @Override
    void close();
}
