package org.tonewire.signaling.protocol;

/// What one participant says to another through the server, which carries it unread.
///
/// Two links exist between a pair, one in each direction; a link is named by its publisher and its
/// listener. The publisher offers, the listener answers; both send candidates.
public sealed interface PeerMessage {
    /// Publisher to listener. `seal` authenticates the DTLS fingerprint in `sdp` by the media key.
    record Offer(String sdp, String seal) implements PeerMessage {}

    /// Listener to publisher.
    record Answer(String sdp, String seal) implements PeerMessage {}

    /// An ICE candidate of the sender for the link that `owner` publishes (sender or receiver). An
    /// empty `candidate` says that no more come.
    record Candidate(ParticipantId owner, String candidate, String sdpMid, int sdpMLineIndex)
            implements PeerMessage {}

    /// Listener to publisher: please restart the link.
    record Restart() implements PeerMessage {}

    /// Listener to publisher: the offer was not taken, for this reason (kebab-case).
    record Refuse(String reason) implements PeerMessage {}
}
