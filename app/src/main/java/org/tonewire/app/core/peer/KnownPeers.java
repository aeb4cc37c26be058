package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.room.MessageStats;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.rate.TokenBucket;

/// What is remembered of identities while they are not in the room, so that a server gains nothing
/// by letting one leave and come back: old messages stay old, and limits stay used up. Session
/// thread only.
final class KnownPeers {
    /// Identities that are not in the room are forgotten beyond this number.
    static final int MAX_KNOWN = 512;

    /// Messages of one identity that are looked at: each costs a check of its seal, and a server
    /// can make up as many as it likes. A new link with all its candidates, in both directions,
    /// several times; what is dropped is sent again by the rules of the links.
    static final int MESSAGES_AT_ONCE = 400;

    static final int MESSAGES_PER_SECOND = 40;

    /// Tracks of one identity that are taken: each costs a file while a recording runs. All that a
    /// link may have, and once more when it is made again.
    static final int TRACKS_AT_ONCE = 64;

    static final Duration TRACK_EVERY = Duration.ofSeconds(10);

    private final SessionLoop loop;
    private final Consumer<SessionEvent> events;
    private final Predicate<IdentityKey> present;
    private final Map<IdentityKey, Known> known = new LinkedHashMap<>();
    private MessageStats refused = MessageStats.NONE;

    /// @param present whether an identity is in the room, and must not be forgotten
    KnownPeers(SessionLoop loop, Consumer<SessionEvent> events, Predicate<IdentityKey> present) {
        this.loop = loop;
        this.events = events;
        this.present = present;
    }

    /// One identity.
    static final class Known {
        private final IdentityKey key;
        private final TokenBucket allowance;
        private final TokenBucket tracks;
        private final ProblemReports problems;
        private long number;
        private long offerNumber;
        private String name;
        private boolean left;

        private Known(IdentityKey key, String name, ProblemReports problems, long nowNanos) {
            this.key = key;
            this.name = name;
            this.allowance = TokenBucket.perSecond(MESSAGES_AT_ONCE, MESSAGES_PER_SECOND, nowNanos);
            this.tracks = new TokenBucket(TRACKS_AT_ONCE, TRACK_EVERY, nowNanos);
            this.problems = problems;
        }

        IdentityKey key() {
            return key;
        }

        /// The name it had when it came last.
        String name() {
            return name;
        }

        /// For its messages, and for what a server says are its messages.
        TokenBucket allowance() {
            return allowance;
        }

        /// For its new tracks.
        TokenBucket tracks() {
            return tracks;
        }

        /// The problems with it.
        ProblemReports problems() {
            return problems;
        }

        /// The highest number of a seal of it that was checked; 0 before the first.
        long number() {
            return number;
        }

        /// The same, of its offers only.
        long offerNumber() {
            return offerNumber;
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
    Known of(IdentityKey key, String name) {
        Known there = known.get(key);
        if (there != null) {
            there.name = name;
            return there;
        }
        if (known.size() >= MAX_KNOWN && !forget(each -> !each.isHeard() && !each.left)) {
            forget(_ -> true);
        }
        Known made = new Known(key, name, reports(), loop.nanoTime());
        known.put(key, made);
        return made;
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
