package org.tonewire.app.core.negotiation;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceReader;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.Link;
import org.tonewire.app.core.link.LinkStats;

/// The native link of one direction, one after the other, and what ends with each: its settings,
/// and how many candidates it was given. Session thread only.
final class CurrentLink<L extends Link> {
    private final IceReader ice;
    private final CandidateLimit candidates = new CandidateLimit();
    private @Nullable L link;

    /// What the link uses.
    private IceSettings settings = IceSettings.NONE;

    /// Grows whenever the link changes: settings read for an earlier one are ignored.
    private int changes;

    /// Whether the link has not answered yet what its statistics are.
    private boolean collecting;

    CurrentLink(IceReader ice) {
        this.ice = ice;
    }

    /// Opens a link as soon as its settings are read, unless it is closed before.
    ///
    /// @param then runs when it is open
    void open(Function<IceSettings, L> opener, Runnable then) {
        int mine = ++changes;
        ice.read(read -> {
            if (mine == changes) {
                settings = read;
                link = opener.apply(read);
                then.run();
            }
        });
    }

    /// The link, once it is open.
    @Nullable L link() {
        return link;
    }

    void close() {
        changes++;
        collecting = false;
        candidates.clear();
        if (link != null) {
            link.close();
            link = null;
        }
    }

    /// Logins at TURN servers expire: a restart uses the newest.
    void useLatest() {
        IceSettings latest = ice.latest();
        if (link != null && !latest.equals(settings)) {
            settings = latest;
            link.use(latest);
        }
    }

    /// Gives the link a description of the remote end. Its candidates count like those that come by
    /// themselves.
    void accept(String sdp, BiConsumer<L, String> method) {
        if (link != null) {
            candidates.described(sdp);
            method.accept(link, Candidates.without(sdp));
            Candidates.within(sdp).forEach(this::addCandidate);
        }
    }

    /// One that is beyond the limit is dropped.
    void addCandidate(IceCandidate candidate) {
        if (link != null && candidates.allows(candidate)) {
            link.addCandidate(candidate);
        }
    }

    /// Whether the link may run out of candidates with the next restart.
    boolean isNearlySpent() {
        return candidates.isNearlySpent();
    }

    /// The receiver gets the statistics later, on the session thread. Does nothing before the link
    /// has answered the last time.
    void collectStats(Consumer<LinkStats> receiver) {
        if (link != null && !collecting) {
            collecting = true;
            link.collectStats(stats -> {
                collecting = false;
                receiver.accept(stats);
            });
        }
    }
}
