package org.tonewire.app.core.invite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// New secrets of the room that participants sent: the last one of each. Any member can send one,
/// so none is used before the server takes it, and takes the present one no more. Session thread
/// only.
public final class OfferedSecrets {
    /// As many as there are participants. One that is too many takes the place of the oldest.
    public static final int MAX_SECRETS = 32;

    private final Map<IdentityKey, Offer> offers = new LinkedHashMap<>();

    /// A secret, as one participant sent it.
    ///
    /// @param removed who did not get it
    private record Offer(RoomSecret secret, List<IdentityKey> removed) {}

    /// @param removed participants who were not sent this secret, as the sender says
    /// @return false if the last one of this sender was the same
    public boolean add(IdentityKey from, RoomSecret secret, List<IdentityKey> removed) {
        Offer offer = new Offer(secret, List.copyOf(removed));
        if (offer.equals(offers.remove(from))) {
            offers.put(from, offer);
            return false;
        }
        if (offers.size() >= MAX_SECRETS) {
            offers.remove(offers.keySet().iterator().next());
        }
        offers.put(from, offer);
        return true;
    }

    /// The secrets, each once.
    public List<RoomSecret> newestFirst() {
        return new ArrayList<>(offers.values())
                .reversed().stream().map(Offer::secret).distinct().toList();
    }

    /// The server took this secret, which is offered no more.
    ///
    /// @return who was not sent it, as the first who sent it says
    public List<IdentityKey> take(RoomSecret secret) {
        List<IdentityKey> removed =
                offers.values().stream()
                        .filter(offer -> offer.secret().equals(secret))
                        .findFirst()
                        .map(Offer::removed)
                        .orElse(List.of());
        offers.values().removeIf(offer -> offer.secret().equals(secret));
        return removed;
    }
}
