package org.tonewire.app.core.peer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tonewire.app.core.room.ReceivedTrackState;

/// A participant who is away, and another one of the same name with the same tracks: most likely
/// the same person, whose program was started again. It may be another person. So nobody is
/// replaced who has a path, or an address by which it may come back.
record Replacement(Peer former, Peer newer) {
    /// The replacements among participants in the order in which they came.
    static List<Replacement> among(Collection<Peer> peers) {
        List<Peer> inOrder = List.copyOf(peers);
        List<Replacement> found = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            Peer former = inOrder.get(i);
            inOrder.subList(i + 1, inOrder.size()).stream()
                    .filter(newer -> replaces(newer, former))
                    .findFirst()
                    .ifPresent(newer -> found.add(new Replacement(former, newer)));
        }
        return found;
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
