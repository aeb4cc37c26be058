package org.tonewire.app.core.peer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tonewire.app.core.room.ReceivedTrackState;

/// Finds out who is back under another identity, as a program that is started again has another.
final class Replacement {
    private Replacement() {}

    /// Who took the place of somebody that is away: the same name, and the same tracks or more.
    static Optional<Peer> of(Peer former, List<Peer> newer) {
        return newer.stream().filter(each -> replaces(each, former)).findFirst();
    }

    private static boolean replaces(Peer newer, Peer former) {
        return former.presence().isAway()
                && newer.presence().hasPath()
                && newer.name().equals(former.name())
                && trackNames(newer).containsAll(trackNames(former));
    }

    private static Set<String> trackNames(Peer peer) {
        return peer.view().tracks().stream()
                .map(ReceivedTrackState::name)
                .collect(Collectors.toSet());
    }
}
