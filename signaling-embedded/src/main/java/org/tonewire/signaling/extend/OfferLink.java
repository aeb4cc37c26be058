package org.tonewire.signaling.extend;

import java.util.concurrent.CompletionStage;

/// The server side of one WebRTC connection whose data channel the client creates. Thread-safe; no
/// call blocks.
public interface OfferLink extends AutoCloseable {
    /// The answer to the offer, with all ICE candidates in it. Completes exceptionally if the offer
    /// cannot be used.
    CompletionStage<String> answer(String offerSdp);

    /// Adds an ICE candidate of the client.
    void addCandidate(String candidate, String sdpMid, int sdpMLineIndex);

    /// Sends a text if the data channel is open. Drops it if too many wait.
    void send(String text);

    /// Closes the connection. [Listener#disconnected] is not called for it. Idempotent.
    @Override
    void close();

    /// Observes one connection. Called on any thread; must not block.
    interface Listener {
        /// A text arrived on the data channel.
        void received(String text);

        /// ICE failed, or the client closed the connection.
        void disconnected();
    }
}
