package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.link.Direction;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.rate.TokenBucket;

/// What is remembered of one identity, whether it is in the room or not. Session thread only.
final class KnownPeer {
    /// Tracks that are taken of each identity, whatever others took: most have fewer, and still
    /// have some left when their link is made again.
    static final int OWN_TRACKS_AT_ONCE = 8;

    static final Duration TRACK_EVERY = Duration.ofSeconds(10);

    /// Messages of one identity that are looked at: each costs a check of its seal, and a server
    /// can make up as many as it likes. A new link with all its candidates, in both directions,
    /// several times; what is dropped is sent again by the rules of the links.
    static final int MESSAGES_AT_ONCE = 400;

    static final int MESSAGES_PER_SECOND = 40;

    /// Numbers of the newest chat texts of one identity: more than it sends again.
    private static final int MAX_TEXTS = 2 * ChatOutbox.MAX_TEXTS;

    private final IdentityKey key;
    private final TokenBucket allowance;
    private final ProblemReports problems;
    private final TokenBucket ownTracks;
    private final NavigableSet<Integer> texts = new TreeSet<>();

    /// What its place has left of new tracks; absent without a place.
    private @Nullable TokenBucket trackShare;

    private long number;
    private long offerNumber;
    private String name;
    private boolean connected;

    /// Whether there was a path since it has its place.
    private boolean connectedHere;

    private boolean left;

    KnownPeer(IdentityKey key, String name, ProblemReports problems, long nowNanos) {
        this.key = key;
        this.name = name;
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

    /// It comes under this name.
    void rename(String newest) {
        name = newest;
    }

    /// For its messages, and for what a server says are its messages.
    TokenBucket allowance() {
        return allowance;
    }

    /// It has a place from here on.
    ///
    /// @param share what the place has left of new tracks
    void takePlace(TokenBucket share) {
        trackShare = share;
        connectedHere = false;
    }

    /// It has no place any more. Without a path there it comes back like a newcomer.
    ///
    /// @return what the place has left of new tracks; absent if it had none
    @Nullable TokenBucket leavePlace() {
        connected &= connectedHere;
        TokenBucket share = trackShare;
        trackShare = null;
        return share;
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
    boolean takesText(int textNumber) {
        if (textNumber == 0) {
            return true;
        }
        boolean tooOld = texts.size() >= MAX_TEXTS && textNumber < texts.getFirst();
        boolean fresh = !tooOld && texts.add(textNumber);
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

    /// Whether there is a path to it, or was one while it had a place the last time: then somebody
    /// is there, with a computer.
    boolean wasConnected() {
        return connected;
    }

    /// It was without a path for so long that another one got its place.
    void gaveWay() {
        connected = false;
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

    /// It sealed that it left: it never comes back, as every session has an identity of its own.
    void leave() {
        left = true;
        problems.close();
    }

    boolean hasLeft() {
        return left;
    }
}
