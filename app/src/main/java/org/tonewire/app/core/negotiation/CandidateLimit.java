package org.tonewire.app.core.negotiation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tonewire.app.core.link.IceCandidate;

/// Which remote candidates a native link is given: each once, of each ICE username fragment (RFC
/// 8445 section 5.3) and in all no more than a computer has paths. Native code keeps what it is
/// given until the link is closed, so only another native link begins to count again. Session
/// thread only.
final class CandidateLimit {
    static final int MAX_OF_UFRAG = 64;
    static final int MAX_OF_LINK = 256;

    private final Set<IceCandidate> taken = new HashSet<>();
    private final Map<String, Integer> ofUfrag = new HashMap<>();
    private String present = "";

    /// The link is given another description: candidates that name no username fragment are its.
    void described(String sdp) {
        present = Candidates.ufragOf(sdp);
    }

    /// Whether the link may be given this candidate. If so, it counts.
    boolean allows(IceCandidate candidate) {
        String text = candidate.candidate();
        String ufrag = Candidates.ufrag(text).orElse(present);
        IceCandidate one =
                new IceCandidate(
                        Candidates.withUfrag(text, ufrag),
                        candidate.sdpMid(),
                        candidate.sdpMLineIndex());
        if (taken.size() >= MAX_OF_LINK
                || ofUfrag.getOrDefault(ufrag, 0) >= MAX_OF_UFRAG
                || !taken.add(one)) {
            return false;
        }
        ofUfrag.merge(ufrag, 1, Integer::sum);
        return true;
    }

    /// Whether the link may run out of candidates with the next restart.
    boolean isNearlySpent() {
        return isNearlySpent(taken.size());
    }

    /// The same for a link whose remote end was given this many candidates.
    static boolean isNearlySpent(int candidates) {
        return candidates > MAX_OF_LINK - MAX_OF_UFRAG;
    }

    /// The native link is closed.
    void clear() {
        taken.clear();
        ofUfrag.clear();
        present = "";
    }
}
