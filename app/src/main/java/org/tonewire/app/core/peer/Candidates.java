package org.tonewire.app.core.peer;

import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;

/// Converts ICE candidates between the link's form and the wire's.
final class Candidates {
    private Candidates() {}

    static PeerMessage.Candidate message(ParticipantId owner, IceCandidate found) {
        return new PeerMessage.Candidate(
                owner, found.candidate(), found.sdpMid(), found.sdpMLineIndex());
    }

    static IceCandidate read(PeerMessage.Candidate message) {
        return new IceCandidate(message.candidate(), message.sdpMid(), message.sdpMLineIndex());
    }
}
