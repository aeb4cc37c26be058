package org.tonewire.app.fake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.problem.Problem;

/// The common part of both ends of a link. Events reach the listener later, and none after the end
/// is closed.
public abstract sealed class FakeLinkEnd permits FakeSendLink, FakeReceiveLink {
    private static int ends;

    final FakeNetwork network;
    private final Executor session;
    private final LinkListener listener;
    private final int number;
    private final Set<String> candidates = new LinkedHashSet<>();
    private int candidatesTaken;
    private LinkState state = LinkState.CONNECTING;
    private LinkStats stats = new LinkStats(Double.NaN, "", List.of());
    private final List<Consumer<LinkStats>> statsHeld = new ArrayList<>();
    private boolean holdingStats;
    private int statsAsked;
    private final List<IceSettings> used = new ArrayList<>();
    private boolean closed;

    FakeLinkEnd(FakeNetwork network, Executor session, LinkListener listener) {
        this.network = network;
        this.session = session;
        this.listener = listener;
        synchronized (FakeLinkEnd.class) {
            number = ++ends;
        }
        network.opened(this);
    }

    /// Also what the end was opened with.
    public void use(IceSettings changed) {
        used.add(changed);
    }

    /// The settings that it was given, the newest last.
    public List<IceSettings> used() {
        return used;
    }

    /// Unique among all ends.
    public int number() {
        return number;
    }

    /// The remote description in force.
    public abstract Optional<FakeDescription> remote();

    /// The local description in force.
    public abstract Optional<FakeDescription> local();

    public LinkState state() {
        return state;
    }

    public void becomes(LinkState next) {
        if (!closed) {
            state = next;
        }
        tell(() -> listener.stateChanged(next));
    }

    public void finds(String candidate) {
        tell(() -> listener.candidateFound(new IceCandidate(candidate, "0", 0)));
    }

    public void warns(Problem problem) {
        tell(() -> listener.warned(problem));
    }

    public void fails(ExchangeStage stage) {
        tell(() -> listener.exchangeFailed(stage));
    }

    public void hears(String text) {
        tell(() -> listener.controlReceived(text));
    }

    void describes(String sdp) {
        tell(() -> listener.described(sdp));
    }

    void opensControl() {
        tell(listener::controlOpened);
    }

    /// The candidates of the other end.
    public Set<String> candidates() {
        return candidates;
    }

    /// How many candidates it was given.
    public int candidatesTaken() {
        return candidatesTaken;
    }

    public boolean isClosed() {
        return closed;
    }

    public void addCandidate(IceCandidate candidate) {
        candidatesTaken++;
        candidates.add(candidate.candidate());
        network.changed(this);
    }

    /// Sets the statistics; there are none of any track before this is called.
    public void measures(LinkStats now) {
        stats = now;
    }

    /// Statistics that are asked for from here on are not reported yet.
    public void holdsStats() {
        holdingStats = true;
    }

    /// Reports the statistics that were asked for.
    public void reportsStats() {
        holdingStats = false;
        statsHeld.forEach(this::report);
        statsHeld.clear();
    }

    /// How often statistics were asked for.
    public int statsAsked() {
        return statsAsked;
    }

    public void collectStats(Consumer<LinkStats> receiver) {
        statsAsked++;
        if (holdingStats) {
            statsHeld.add(receiver);
        } else {
            report(receiver);
        }
    }

    private void report(Consumer<LinkStats> receiver) {
        LinkStats now = stats;
        tell(() -> receiver.accept(now));
    }

    public void close() {
        if (!closed) {
            closed = true;
            network.changed(this);
        }
    }

    void tell(Runnable task) {
        session.execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }
}
