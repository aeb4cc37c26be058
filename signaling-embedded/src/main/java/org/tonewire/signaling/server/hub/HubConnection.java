package org.tonewire.signaling.server.hub;

import java.util.ArrayList;
import java.util.List;
import org.tonewire.signaling.extend.OfferLink;
import org.tonewire.signaling.room.event.ConnectionId;

/// The WebRTC connection of a peer. Holds candidates back until the offer is answered. Owned by the
/// thread of the hub.
final class HubConnection {
    private static final int MAX_WAITING = 64;

    private final HubPeer peer;
    private final ConnectionId connection;
    private final OfferLink link;
    private final List<IceCandidate> waiting = new ArrayList<>();
    private boolean answered;

    HubConnection(HubPeer peer, ConnectionId connection, OfferLink link) {
        this.peer = peer;
        this.connection = connection;
        this.link = link;
    }

    HubPeer peer() {
        return peer;
    }

    ConnectionId connection() {
        return connection;
    }

    OfferLink link() {
        return link;
    }

    void add(IceCandidate candidate) {
        if (answered) {
            candidate.addTo(link);
        } else if (waiting.size() < MAX_WAITING) {
            waiting.add(candidate);
        }
    }

    void answered() {
        answered = true;
        waiting.forEach(candidate -> candidate.addTo(link));
        waiting.clear();
    }

    /// An ICE candidate from an HTTP request.
    record IceCandidate(String candidate, String sdpMid, int sdpMLineIndex) {
        void addTo(OfferLink link) {
            link.addCandidate(candidate, sdpMid, sdpMLineIndex);
        }
    }
}
