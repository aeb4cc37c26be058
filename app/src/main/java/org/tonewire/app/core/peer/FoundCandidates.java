package org.tonewire.app.core.peer;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.tonewire.app.core.link.IceCandidate;

/// The newest candidates of this end of a link, to be sent again when they may be lost. A candidate
/// that the other end has already is ignored there. Session thread only.
final class FoundCandidates {
    private static final int MAX_KEPT = 32;

    private final Queue<IceCandidate> kept = new ArrayDeque<>();

    void add(IceCandidate candidate) {
        if (kept.size() == MAX_KEPT) {
            kept.remove();
        }
        kept.add(candidate);
    }

    void forEach(Consumer<IceCandidate> action) {
        kept.forEach(action);
    }

    void clear() {
        kept.clear();
    }
}
