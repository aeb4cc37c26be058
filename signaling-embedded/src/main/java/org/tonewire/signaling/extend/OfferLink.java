package org.tonewire.signaling.extend;

import java.util.concurrent.CompletionStage;

/// The server's side of one WebRTC connection with a data channel that the client makes. Any
/// thread; no call waits.
public interface OfferLink extends AutoCloseable {
    /// The SDP that answers this one, with every candidate in it. Fails where the offer is none.
    CompletionStage<String> answer(String offerSdp);

    /// A candidate of the client's.
    void addCandidate(String candidate, String sdpMid, int sdpMLineIndex);

    /// Sends a text if the channel is open; drops it where too many wait.
    void send(String text);

    /// Ends the connection; [Listener#disconnected] is not called for it. May be called again.
    @Override
    void close();

    /// Hears from the client.
    interface Listener {
        void received(String text);

        /// ICE failed, or the client closed the connection.
        void disconnected();
    }
}
