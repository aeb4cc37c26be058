package org.tonewire.signaling.extend;

/// Creates the server side of WebRTC connections. Thread-safe.
@FunctionalInterface
public interface OfferLinks {
    /// A connection that waits for an offer. The caller closes it.
    ///
    /// @param listener called on any thread, never from within a call into the link
    OfferLink begin(OfferLink.Listener listener);
}
