package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.room.MessageStats;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.rate.TokenBucket;

/// What is remembered of identities while they are not in the room, so that a server gains nothing
/// by letting one leave and come back: old messages stay old, and limits stay used up. Who waits
/// for a place, and what the places have left, too. Session thread only.
final class KnownPeers {
    /// Identities that are not in the room are forgotten beyond this number.
    static final int MAX_KNOWN = 512;

    /// More are not in the room at a time.
    static final int PLACES = RemoteParticipant.MOST;

    /// Tracks that are taken of those who have one place and a path, one after the other, beyond
    /// their own: each costs a file while a recording runs. All that a link may have, and once more
    /// when it is made again.
    static final int TRACKS_AT_ONCE = 64;

    /// Tracks that are taken of each identity, whatever others took: most have fewer, and still
    /// have some left when their link is made again.
    static final int OWN_TRACKS_AT_ONCE = 8;

    static final Duration TRACK_EVERY = Duration.ofSeconds(10);

    /// Identities that are taken at once beside those who were there first, and then in a second:
    /// so few that new ones cannot take all places before the first of them has to give its own
    /// ([Peers#NEW_UNTIL]). Of those who come back as many.
    static final int NEW_AT_ONCE = 20;

    static final int NEW_PER_SECOND = 2;

    /// Messages of one identity that are looked at: each costs a check of its seal, and a server
    /// can make up as many as it likes. A new link with all its candidates, in both directions,
    /// several times; what is dropped is sent again by the rules of the links.
    static final int MESSAGES_AT_ONCE = 400;

    static final int MESSAGES_PER_SECOND = 40;

    /// Numbers of the newest chat texts of one identity: more than it sends again.
    private static final int MAX_TEXTS = 2 * ChatOutbox.MAX_TEXTS;

    private final SessionLoop loop;
    private final Consumer<SessionEvent> events;
    private final Predicate<IdentityKey> present;
    private final Map<IdentityKey, Known> known = new LinkedHashMap<>();
    private final TokenBucket newcomers;
    private final TokenBucket returning;
    private final TokenBucket guests;

    /// Identities that have an address and no place yet.
    private final Map<IdentityKey, Newcomer> waiting = new LinkedHashMap<>();

    /// Who comes.
    record Newcomer(String name, Role role) {}

    /// What the free places have left of new tracks: it stays with the place, since there is no end
    /// of identities.
    private final Deque<TokenBucket> trackShares = new ArrayDeque<>();

    private MessageStats refused = MessageStats.NONE;

    /// @param present whether an identity is in the room, and must not be forgotten
    KnownPeers(SessionLoop loop, Consumer<SessionEvent> events, Predicate<IdentityKey> present) {
        this.loop = loop;
        this.events = events;
        this.present = present;
        long now = loop.nanoTime();
        this.newcomers = TokenBucket.perSecond(NEW_AT_ONCE, NEW_PER_SECOND, now);
        this.returning = TokenBucket.perSecond(NEW_AT_ONCE, NEW_PER_SECOND, now);
        this.guests = TokenBucket.perSecond(NEW_AT_ONCE, NEW_PER_SECOND, now);
        for (int i = 0; i < PLACES; i++) {
            trackShares.add(new TokenBucket(TRACKS_AT_ONCE, TRACK_EVERY, now));
        }
    }

    /// One identity.
    static final class Known {
        private final IdentityKey key;
        private Role role;
        private final TokenBucket allowance;
        private final ProblemReports problems;
        private final TokenBucket ownTracks;
        private final NavigableSet<Integer> texts = new TreeSet<>();
        private @Nullable TokenBucket trackShare;
        private long number;
        private long offerNumber;

        /// The highest numbers when it got its place.
        private long oldNumber;

        private long oldOfferNumber;
        private String name;
        private boolean connected;

        /// Whether there was a path since it has its place.
        private boolean connectedHere;

        private boolean left;

        private Known(IdentityKey key, Newcomer who, ProblemReports problems, long nowNanos) {
            this.key = key;
            this.name = who.name();
            this.role = who.role();
            this.allowance = TokenBucket.perSecond(MESSAGES_AT_ONCE, MESSAGES_PER_SECOND, nowNanos);
            this.ownTracks = new TokenBucket(OWN_TRACKS_AT_ONCE, TRACK_EVERY, nowNanos);
            this.problems = problems;
        }

        IdentityKey key() {
            return key;
        }

        /// The name it had when it came last.
        String name() {
            return name;
        }

        /// The role in which it came last.
        Role role() {
            return role;
        }

        /// For its messages, and for what a server says are its messages.
        TokenBucket allowance() {
            return allowance;
        }

        /// Takes one more track: of its own share, which nobody else can use up, and with a path of
        /// that of its place.
        ///
        /// @return zero if it is taken; otherwise how long until it may be
        Duration takeTrack(long nowNanos) {
            Duration own = ownTracks.take(1, nowNanos);
            TokenBucket share = trackShare;
            if (own.isZero() || !connected || share == null) {
                return own;
            }
            Duration wait = share.take(1, nowNanos);
            return wait.compareTo(own) < 0 ? wait : own;
        }

        /// Whether a chat text with this number did not come before.
        boolean takesText(int number) {
            if (number == 0) {
                return true;
            }
            boolean tooOld = texts.size() >= MAX_TEXTS && number < texts.getFirst();
            boolean fresh = !tooOld && texts.add(number);
            if (texts.size() > MAX_TEXTS) {
                texts.removeFirst();
            }
            return fresh;
        }

        /// A link with it has a path.
        void connected(Direction direction) {
            connected = true;
            connectedHere = true;
            problems.connected(direction);
        }

        /// Whether there is a path to it, or was one while it had a place the last time: then
        /// somebody is there, with a computer.
        boolean wasConnected() {
            return connected;
        }

        private void placed() {
            connectedHere = false;
            oldNumber = number;
            oldOfferNumber = offerNumber;
        }

        /// It was without a path for so long that another one got its place.
        void gaveWay() {
            connected = false;
        }

        /// The problems with it.
        ProblemReports problems() {
            return problems;
        }

        /// Whether a message is from before it came back: what has such a number is repeated.
        ///
        /// @param with the number of its seal
        boolean isOld(PeerMessage message, long with) {
            return message instanceof PeerMessage.Offer ? with < oldOfferNumber : with <= oldNumber;
        }

        /// Whether anything came that only this identity could have made.
        boolean isHeard() {
            return number > 0;
        }

        /// It made this message.
        ///
        /// @param with the number of its seal
        void heard(PeerMessage message, long with) {
            number = Math.max(number, with);
            if (message instanceof PeerMessage.Offer) {
                offerNumber = Math.max(offerNumber, with);
            }
        }

        /// It sealed that it left: it never comes back, as every session has an identity of its
        /// own.
        void leave() {
            left = true;
            problems.close();
        }

        boolean hasLeft() {
            return left;
        }
    }

    /// What is known of an identity that comes; nothing yet for a new one.
    Known of(IdentityKey key, Newcomer who) {
        Known there = known.get(key);
        if (there != null) {
            there.name = who.name();
            there.role = who.role();
            return there;
        }
        if (known.size() >= MAX_KNOWN
                && !forget(each -> !each.isHeard() && !each.left)
                && !forget(each -> !each.connected)) {
            forget(_ -> true);
        }
        Known made = new Known(key, who, reports(), loop.nanoTime());
        known.put(key, made);
        return made;
    }

    /// Whether nobody was ever in the room.
    boolean isEmpty() {
        return known.isEmpty();
    }

    /// An identity waits for a place, under this name.
    void await(IdentityKey key, String name, Role role) {
        waiting.put(key, new Newcomer(name, role));
    }

    /// Whether one that waits is a guest.
    boolean isGuest(IdentityKey key) {
        Newcomer who = waiting.get(key);
        return who != null && who.role() == Role.GUEST;
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
        inOrder.sort(Comparator.comparing(key -> !wasConnected(key)));
        return inOrder;
    }

    /// Takes one that waits, at the rate of its kind: new ones keep nobody from coming back, and
    /// guests no member from coming.
    boolean mayCome(IdentityKey key) {
        TokenBucket rate = wasConnected(key) ? returning : newcomers;
        return (isGuest(key) ? guests : rate).take(loop.nanoTime());
    }

    boolean wasHeard(IdentityKey key) {
        return find(key).map(Known::isHeard).orElse(false);
    }

    boolean wasConnected(IdentityKey key) {
        return find(key).map(Known::wasConnected).orElse(false);
    }

    /// An identity that waits has a place from here on: the one that has been free for longest.
    ///
    /// @return nothing if it does not wait or there is no place
    Optional<Known> place(IdentityKey key) {
        Newcomer who = waiting.get(key);
        TokenBucket share = trackShares.peekFirst();
        if (who == null || share == null) {
            return Optional.empty();
        }
        waiting.remove(key);
        Known placed = of(key, who);
        placed.trackShare = trackShares.removeFirst();
        placed.placed();
        return Optional.of(placed);
    }

    /// Its place is free again. Whoever had no path there comes back like a newcomer.
    void leavePlace(IdentityKey key) {
        find(key)
                .ifPresent(known -> {
                    known.connected &= known.connectedHere;
                    TokenBucket share = known.trackShare;
                    if (share != null) {
                        trackShares.addLast(share);
                        known.trackShare = null;
                    }
                });
    }

    boolean isFull() {
        return trackShares.isEmpty();
    }

    /// Reports of problems, which count as those of all.
    ProblemReports reports() {
        return new ProblemReports(loop, events, reason -> refused = refused.plus(reason));
    }

    MessageStats refused() {
        return refused;
    }

    /// Empty for an identity that was never in the room, or was forgotten.
    Optional<Known> find(IdentityKey key) {
        return Optional.ofNullable(known.get(key));
    }

    /// Forgets the one that has been known for longest among these.
    private boolean forget(Predicate<Known> among) {
        for (Iterator<Known> all = known.values().iterator(); all.hasNext(); ) {
            Known each = all.next();
            if (among.test(each) && !present.test(each.key)) {
                each.problems.close();
                all.remove();
                return true;
            }
        }
        return false;
    }

    /// Reports what was only counted so far, and nothing from here on.
    void close() {
        known.values().forEach(each -> each.problems.close());
    }
}
