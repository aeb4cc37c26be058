package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.rate.TokenBucket;

/// The places of a room: who waits for one, how fast they are given, who has to give one back, and
/// what each has left of new tracks. Whoever has the invite can make identities, so places belong
/// to who has a path (decision 59). Session thread only.
final class Places {
    /// More participants are not in the room at a time.
    static final int COUNT = RemoteParticipant.MOST;

    /// Tracks that are taken of those who have one place and a path, one after the other, beyond
    /// their own: each costs a file while a recording runs. All that a link may have, and once more
    /// when it is made again.
    static final int TRACKS_AT_ONCE = 64;

    /// Identities that are taken at once beside those who were there first, and then in a second:
    /// so few that new ones cannot take all places before the first of them has to give its own
    /// ([#NEW_UNTIL]). Of those who come back as many.
    static final int NEW_AT_ONCE = 20;

    static final int NEW_PER_SECOND = 2;

    /// How long a participant without a path keeps its place from another one: who never had a
    /// path, and who had one.
    static final Duration NEW_UNTIL = Duration.ofSeconds(5);

    static final Duration BACK_UNTIL = Duration.ofSeconds(20);

    private final KnownPeers known;
    private final TokenBucket newcomers;
    private final TokenBucket returning;

    /// Names of identities that have an address and no place yet.
    private final Map<IdentityKey, String> waiting = new LinkedHashMap<>();

    /// What the free places have left of new tracks: it stays with the place, since there is no end
    /// of identities.
    private final Deque<TokenBucket> free = new ArrayDeque<>();

    Places(KnownPeers known, long nowNanos) {
        this.known = known;
        this.newcomers = TokenBucket.perSecond(NEW_AT_ONCE, NEW_PER_SECOND, nowNanos);
        this.returning = TokenBucket.perSecond(NEW_AT_ONCE, NEW_PER_SECOND, nowNanos);
        for (int i = 0; i < COUNT; i++) {
            free.add(new TokenBucket(TRACKS_AT_ONCE, KnownPeer.TRACK_EVERY, nowNanos));
        }
    }

    boolean areFull() {
        return free.isEmpty();
    }

    /// An identity waits for a place, under this name.
    void await(IdentityKey key, String name) {
        waiting.put(key, name);
    }

    boolean isWaiting(IdentityKey key) {
        return waiting.containsKey(key);
    }

    /// It waits no more.
    void stopWaiting(IdentityKey key) {
        waiting.remove(key);
    }

    void stopWaiting() {
        waiting.clear();
    }

    /// Who waits, in the order in which they are taken: who was connected before is first, once.
    List<IdentityKey> waiting() {
        List<IdentityKey> inOrder = new ArrayList<>(waiting.keySet());
        inOrder.sort(Comparator.comparing(key -> !known.wasConnected(key)));
        return inOrder;
    }

    /// Takes one that waits, at the rate of its kind: new ones keep nobody from coming back.
    boolean mayCome(IdentityKey key, long nowNanos) {
        TokenBucket rate = known.wasConnected(key) ? returning : newcomers;
        return rate.take(nowNanos);
    }

    /// An identity that waits has a place from here on: the one that has been free for longest.
    ///
    /// @return nothing if it does not wait or there is no place
    Optional<KnownPeer> give(IdentityKey key) {
        String name = waiting.get(key);
        if (name == null || free.isEmpty()) {
            return Optional.empty();
        }
        waiting.remove(key);
        KnownPeer placed = known.of(key, name);
        placed.takePlace(free.removeFirst());
        return Optional.of(placed);
    }

    /// The place of an identity is free again.
    void leave(IdentityKey key) {
        known.find(key)
                .ifPresent(identity -> {
                    @Nullable TokenBucket share = identity.leavePlace();
                    if (share != null) {
                        free.addLast(share);
                    }
                });
    }

    /// Who gives its place to another: never one with a path. First are those who never had one,
    /// whatever they said, as it costs nothing to make identities and to seal by them; of these who
    /// said nothing.
    Optional<Peer> givesWay(Collection<Peer> present) {
        return present.stream()
                .filter(this::mayGiveWay)
                .min(
                        Comparator.comparing((Peer peer) -> known.wasConnected(peer.id()))
                                .thenComparing(peer -> known.wasHeard(peer.id()))
                                .thenComparing(Peer::withoutPath, Comparator.reverseOrder()));
    }

    private boolean mayGiveWay(Peer peer) {
        Duration until = known.wasConnected(peer.id()) ? BACK_UNTIL : NEW_UNTIL;
        return peer.withoutPath().compareTo(until) >= 0;
    }
}
