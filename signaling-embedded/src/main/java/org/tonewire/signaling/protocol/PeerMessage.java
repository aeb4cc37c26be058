package org.tonewire.signaling.protocol;

/// A message between two participants. The server relays it without reading it.
///
/// Two links exist between a pair of participants, one in each direction. A link is identified by
/// its owner, the participant that sends tracks on it. Only the owner offers; the receiver answers;
/// both send ICE candidates.
public sealed interface PeerMessage {
    /// Owner to receiver.
    ///
    /// @param sdp the session description (RFC 8866)
    /// @param seal authenticates the DTLS fingerprints in `sdp` by the media key of the room
    record Offer(String sdp, String seal) implements PeerMessage {}

    /// Receiver to owner. The fields are those of an offer.
    record Answer(String sdp, String seal) implements PeerMessage {}

    /// An ICE candidate (RFC 8839) of the sender of this message.
    ///
    /// @param owner the owner of the link: sender or receiver of this message
    /// @param candidate the `candidate` attribute; empty if no more candidates follow
    /// @param sdpMid the media section it belongs to
    /// @param sdpMLineIndex the index of that section, from 0
    record Candidate(ParticipantId owner, String candidate, String sdpMid, int sdpMLineIndex)
            implements PeerMessage {}

    /// Receiver to owner: asks for an ICE restart of the link.
    record Restart() implements PeerMessage {}

    /// Receiver to owner: the offer was rejected.
    ///
    /// @param reason lower-case words joined by `-`, such as `seal-mismatch`
    record Refuse(String reason) implements PeerMessage {}
}
