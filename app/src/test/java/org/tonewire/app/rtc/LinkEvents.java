package org.tonewire.app.rtc;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.link.TrackListener;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.rtc.rig.ToneProbe;

/// Stores a link's events and passes descriptions and candidates to the other end.
final class LinkEvents implements LinkListener, TrackListener {
    final List<LinkState> states = new CopyOnWriteArrayList<>();
    final List<String> descriptions = new CopyOnWriteArrayList<>();
    final List<String> texts = new CopyOnWriteArrayList<>();
    final List<Problem> problems = new CopyOnWriteArrayList<>();
    final List<ExchangeStage> failures = new CopyOnWriteArrayList<>();
    final Map<TrackId, ToneProbe> probes = new ConcurrentHashMap<>();
    final List<TrackId> removed = new CopyOnWriteArrayList<>();
    volatile boolean controlOpen;
    volatile Consumer<String> descriptionRoute = sdp -> {};
    volatile Consumer<IceCandidate> candidateRoute = candidate -> {};

    @Override
    public void described(String sdp) {
        descriptions.add(sdp);
        descriptionRoute.accept(sdp);
    }

    @Override
    public void candidateFound(IceCandidate candidate) {
        candidateRoute.accept(candidate);
    }

    @Override
    public void stateChanged(LinkState state) {
        states.add(state);
    }

    @Override
    public void controlReceived(String text) {
        texts.add(text);
    }

    @Override
    public void controlOpened() {
        controlOpen = true;
    }

    @Override
    public void warned(Problem problem) {
        problems.add(problem);
    }

    @Override
    public void exchangeFailed(ExchangeStage stage) {
        failures.add(stage);
    }

    @Override
    public void trackAdded(RemoteTrack track) {
        ToneProbe probe = new ToneProbe();
        probes.put(track.id(), probe);
        track.start(probe);
    }

    @Override
    public void trackRemoved(TrackId id) {
        removed.add(id);
    }

    @Override
    public String toString() {
        return "states %s, problems %s, failures %s, tracks %s, removed %s, texts %s"
                .formatted(states, problems, failures, probes.keySet(), removed, texts);
    }
}
