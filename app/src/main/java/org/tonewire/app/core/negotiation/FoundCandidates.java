package org.tonewire.app.core.negotiation;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.Collectors;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.negotiation.SealedMail.Sealed;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The candidates of this end of a link: sends each, and the newest again when they may be lost.
/// The remote end ignores a candidate that it has already. Session thread only.
final class FoundCandidates {
    private static final int MAX_CANDIDATES = 32;

    private final SealedMail mail;
    private final IdentityKey remote;
    private final LinkEnd end;
    private Queue<Sealed<PeerMessage.Candidate>> newest = new ArrayDeque<>();
    private int found;

    /// @param end which one this is
    FoundCandidates(SealedMail mail, IdentityKey remote, LinkEnd end) {
        this.mail = mail;
        this.remote = remote;
        this.end = end;
    }

    void add(IceCandidate candidate) {
        if (newest.size() == MAX_CANDIDATES) {
            newest.remove();
        }
        Sealed<PeerMessage.Candidate> sealed =
                mail.seal(remote, Candidates.message(end, candidate));
        newest.add(sealed);
        found++;
        mail.send(remote, sealed);
    }

    /// Sends the newest candidates again, with the seals they have. Those from before this end's
    /// present description are sealed again, as the remote end takes none with a lower number.
    ///
    /// @param description the number of the seal of that description
    void repeat(long description) {
        newest =
                newest.stream()
                        .map(sealed ->
                                sealed.number() > description
                                        ? sealed
                                        : mail.seal(remote, sealed.message()))
                        .collect(Collectors.toCollection(ArrayDeque::new));
        newest.forEach(sealed -> mail.send(remote, sealed));
    }

    /// Whether the remote end may take no more candidates after the next restart.
    boolean isNearlySpent() {
        return CandidateLimit.isNearlySpent(found);
    }

    /// The native link is closed.
    void clear() {
        newest.clear();
        found = 0;
    }
}
