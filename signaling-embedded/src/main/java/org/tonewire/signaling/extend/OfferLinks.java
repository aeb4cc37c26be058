package org.tonewire.signaling.extend;

/// Makes the server's side of WebRTC connections. Any thread.
@FunctionalInterface
public interface OfferLinks {
    /// A connection that waits for an offer. `listener` is called on any thread, never by a call
    /// into the link itself.
    OfferLink begin(OfferLink.Listener listener);
}
