package org.tonewire.app.core.peer;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.room.MessageStats;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// What is remembered of identities while they are not in the room, so that a server gains nothing
/// by letting one leave and come back: old messages stay old, and limits stay used up. Session
/// thread only.
final class KnownPeers {
    /// Identities that are not in the room are forgotten beyond this number.
    static final int MAX_KNOWN = 512;

    private final SessionLoop loop;
    private final Consumer<SessionEvent> events;
    private final Predicate<IdentityKey> present;
    private final Map<IdentityKey, KnownPeer> known = new LinkedHashMap<>();
    private MessageStats refused = MessageStats.NONE;

    /// @param present whether an identity is in the room, and must not be forgotten
    KnownPeers(SessionLoop loop, Consumer<SessionEvent> events, Predicate<IdentityKey> present) {
        this.loop = loop;
        this.events = events;
        this.present = present;
    }

    /// What is known of an identity that comes; nothing yet for a new one.
    KnownPeer of(IdentityKey key, String name) {
        KnownPeer there = known.get(key);
        if (there != null) {
            there.rename(name);
            return there;
        }
        if (known.size() >= MAX_KNOWN
                && !forget(each -> !each.isHeard() && !each.hasLeft())
                && !forget(each -> !each.wasConnected())) {
            forget(_ -> true);
        }
        KnownPeer made = new KnownPeer(key, name, reports(), loop.nanoTime());
        known.put(key, made);
        return made;
    }

    /// Whether nobody was ever in the room.
    boolean isEmpty() {
        return known.isEmpty();
    }

    /// Empty for an identity that was never in the room, or was forgotten.
    Optional<KnownPeer> find(IdentityKey key) {
        return Optional.ofNullable(known.get(key));
    }

    boolean wasHeard(IdentityKey key) {
        return find(key).map(KnownPeer::isHeard).orElse(false);
    }

    boolean wasConnected(IdentityKey key) {
        return find(key).map(KnownPeer::wasConnected).orElse(false);
    }

    boolean hasLeft(IdentityKey key) {
        return find(key).map(KnownPeer::hasLeft).orElse(false);
    }

    /// Reports of problems, which count as those of all.
    ProblemReports reports() {
        return new ProblemReports(loop, events, reason -> refused = refused.plus(reason));
    }

    MessageStats refused() {
        return refused;
    }

    /// Reports what was only counted so far, and nothing from here on.
    void close() {
        known.values().forEach(each -> each.problems().close());
    }

    /// Forgets the one that has been known for longest among these.
    private boolean forget(Predicate<KnownPeer> among) {
        for (Iterator<KnownPeer> all = known.values().iterator(); all.hasNext(); ) {
            KnownPeer each = all.next();
            if (among.test(each) && !present.test(each.key())) {
                each.problems().close();
                all.remove();
                return true;
            }
        }
        return false;
    }
}
