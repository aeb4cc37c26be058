package org.tonewire.app.core.link;

/// Makes links and feeds, and owns what they share. Session thread only.
public interface PeerLinks extends AutoCloseable {
    /// Starts the native parts and runs an exchange with itself, so that the first link of a
    /// session does not wait for that. Optional.
    void warmUp();

    /// Opens the feed of a local track.
    TrackFeed openFeed(TrackId id);

    /// Opens the sending end of a link to one participant.
    SendLink openSendLink(IceSettings settings, LinkListener listener);

    /// Opens the receiving end of a link from one participant.
    ReceiveLink openReceiveLink(IceSettings settings, LinkListener listener, TrackListener tracks);

    LinksHealth health();

    /// Closes every link and feed still open, then the native parts, in order.
    @Override
    void close();
}
