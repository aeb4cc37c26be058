package org.tonewire.app.core.peer;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.tonewire.app.core.link.IceCandidate;

/// The newest candidates of this end of a link, to be sent again when they may be lost. The remote
/// end ignores a candidate that it has already. Session thread only.
final class FoundCandidates {
    private static final int MAX_CANDIDATES = 32;

    private final Queue<IceCandidate> newest = new ArrayDeque<>();

    void add(IceCandidate candidate) {
        if (newest.size() == MAX_CANDIDATES) {
            newest.remove();
        }
        newest.add(candidate);
    }

    void forEach(Consumer<IceCandidate> action) {
        newest.forEach(action);
    }

    void clear() {
        newest.clear();
    }
}
