package org.tonewire.signaling.protocol;

import java.util.Optional;

/// A message between two participants. The server relays it without reading it; its sender seals
/// every field of it, see [Seal].
///
/// Two links exist between a pair of participants, one in each direction. A link is identified by
/// its owner, the participant that sends tracks on it. Only the owner offers; the receiver answers;
/// both send ICE candidates.
public sealed interface PeerMessage {
    /// Whether the receiver of a link sent it: all that a guest may send.
    default boolean isFromReceiver() {
        return switch (this) {
            case Offer _ -> false;
            case Candidate candidate -> candidate.sender() == LinkEnd.RECEIVER;
            case Answer _, Restart _, Refuse _ -> true;
        };
    }

    /// Owner to receiver.
    ///
    /// @param sdp the session description (RFC 8866)
    record Offer(String sdp) implements PeerMessage {}

    /// Receiver to owner.
    ///
    /// @param offer the offer that is answered; empty from clients of other families
    record Answer(String sdp, Optional<SdpDigest> offer) implements PeerMessage {}

    /// An ICE candidate (RFC 8839) of the sender of this message.
    ///
    /// @param sender which end of the link the sender of this message is
    /// @param candidate the `candidate` attribute; empty if no more candidates follow
    /// @param sdpMid the media section it belongs to
    /// @param sdpMLineIndex the index of that section, from 0
    record Candidate(LinkEnd sender, String candidate, String sdpMid, int sdpMLineIndex)
            implements PeerMessage {}

    /// Receiver to owner: asks for an ICE restart of the link.
    record Restart() implements PeerMessage {}

    /// Receiver to owner: an offer was rejected.
    ///
    /// @param offer the rejected one
    /// @param reason lower-case words joined by `-`, such as `seal-mismatch`
    record Refuse(SdpDigest offer, String reason) implements PeerMessage {}
}
