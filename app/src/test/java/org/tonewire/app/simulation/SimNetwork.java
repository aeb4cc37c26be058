package org.tonewire.app.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.fake.FakeDescription;
import org.tonewire.app.fake.FakeLinkEnd;
import org.tonewire.app.fake.FakeNetwork;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.FakeSendLink;
import org.tonewire.app.fake.ManualLoop;

/// The paths between participants. Two ends connect when each has the other's description of the
/// same restart, a candidate got through, and the network carries; they disconnect and fail after
/// libwebrtc's times when it does not.
final class SimNetwork {
    private static final Duration DISCONNECTED_AFTER = Duration.ofSeconds(5);
    private static final Duration FAILED_AFTER = Duration.ofSeconds(12);

    /// Both ends have noticed by then that they are connected.
    private static final Duration WORKS_AFTER = Duration.ofSeconds(1);

    private final ManualLoop clock;
    private final Random random;
    private final SimWatch watch;
    private final Map<Integer, Path> ends = new LinkedHashMap<>();
    private final Set<Integer> offline = new HashSet<>();
    private final Set<Set<Integer>> cut = new HashSet<>();

    SimNetwork(ManualLoop clock, Random random, SimWatch watch) {
        this.clock = clock;
        this.random = random;
        this.watch = watch;
    }

    /// The network as one participant's links use it.
    FakeNetwork of(int person) {
        return new Side(person);
    }

    void goOffline(int person) {
        offline.add(person);
        lookAtAll();
    }

    void goOnline(int person) {
        offline.remove(person);
        lookAtAll();
    }

    boolean isOnline(int person) {
        return !offline.contains(person);
    }

    void cut(int one, int other) {
        cut.add(Set.of(one, other));
        lookAtAll();
    }

    void mend(int one, int other) {
        cut.remove(Set.of(one, other));
        lookAtAll();
    }

    void mendAll() {
        offline.clear();
        cut.clear();
        lookAtAll();
    }

    int openEnds() {
        return ends.size();
    }

    private void lookAtAll() {
        for (Path path : List.copyOf(ends.values())) {
            path.look();
        }
    }

    /// Whether there is a path between these two.
    boolean carries(int one, int other) {
        return !offline.contains(one)
                && !offline.contains(other)
                && !cut.contains(Set.of(one, other));
    }

    private Duration millis(int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }

    private final class Side implements FakeNetwork {
        private final int person;

        Side(int person) {
            this.person = person;
        }

        @Override
        public void opened(FakeLinkEnd end) {
            ends.put(end.number(), new Path(person, end));
        }

        @Override
        public void describe(FakeLinkEnd end, Runnable done) {
            clock.after(
                    millis(3, 60),
                    () -> {
                        if (!end.isClosed()) {
                            done.run();
                            gather(end);
                        }
                    });
        }

        private void gather(FakeLinkEnd end) {
            Path path = ends.get(end.number());
            int round = end.local().map(FakeDescription::path).orElse(0);
            if (path != null && path.gathered < round) {
                path.gathered = round;
                clock.after(millis(1, 40), () -> end.finds(candidate(end.number(), round)));
            }
        }

        @Override
        public void changed(FakeLinkEnd end) {
            if (end.isClosed()) {
                Path gone = ends.get(end.number());
                if (gone != null) {
                    gone.closes();
                    ends.remove(end.number());
                    gone.stop();
                }
            }
            lookAtAll();
        }

        @Override
        public void carry(FakeSendLink from, String text) {
            Path path = ends.get(from.number());
            if (path != null) {
                path.texts.add(text);
                path.pump();
            }
        }

        @Override
        public Optional<FrameSink> sinkOf(FakeSendLink from, TrackId track) {
            Path path = ends.get(from.number());
            return path == null
                    ? Optional.empty()
                    : path.other()
                            .filter(other -> path.isConnected() && other.isConnected())
                            .map(other -> other.end)
                            .filter(FakeReceiveLink.class::isInstance)
                            .map(FakeReceiveLink.class::cast)
                            .map(receiver -> receiver.tracks().get(track))
                            .flatMap(FakeReceiveLink.Track::sink);
        }
    }

    private static String candidate(int end, int round) {
        return end + "." + round;
    }

    private enum Plan {
        NOTHING,
        CONNECT,
        DISCONNECT,
        FAIL
    }

    /// One end and its way to the other.
    private final class Path {
        private final int person;
        private final FakeLinkEnd end;
        private final Queue<String> texts = new ArrayDeque<>();
        private Plan plan = Plan.NOTHING;
        private SessionLoop.@Nullable Timer timer;
        private int gathered = -1;
        private int round = -1;
        private long connectedNanos;
        private boolean pumping;

        Path(int person, FakeLinkEnd end) {
            this.person = person;
            this.end = end;
        }

        boolean isConnected() {
            return end.state() == LinkState.CONNECTED && reaches();
        }

        Optional<Path> other() {
            return end.remote().map(remote -> ends.get(remote.end()));
        }

        private boolean knows(Path other) {
            return end.remote().filter(remote -> remote.end() == other.end.number()).isPresent();
        }

        /// The restart that this end has agreed on.
        private int agreed() {
            return end.remote().map(FakeDescription::path).orElse(-1);
        }

        private boolean reaches() {
            Path other = other().orElse(null);
            return other != null
                    && other.knows(this)
                    && carries(person, other.person)
                    && agrees(other)
                    && (has(other) || other.has(this));
        }

        /// An old path goes on while a restart is agreed on.
        private boolean agrees(Path other) {
            return (agreed() == other.agreed() && answersNewest() && other.answersNewest())
                    || (end.state() == LinkState.CONNECTED
                            && other.end.state() == LinkState.CONNECTED)
                    || end.state() == LinkState.DISCONNECTED
                    || other.end.state() == LinkState.DISCONNECTED;
        }

        /// An answer to an earlier restart leads nowhere.
        private boolean answersNewest() {
            return !(end instanceof FakeSendLink)
                    || end.local().map(FakeDescription::path).orElse(0) == agreed()
                    || end.state() == LinkState.CONNECTED;
        }

        private boolean has(Path other) {
            return end.candidates().contains(candidate(other.end.number(), other.gathered));
        }

        void look() {
            if (end.isClosed()) {
                return;
            }
            if (agreed() > round) {
                round = agreed();
                if (end.state() == LinkState.FAILED) {
                    end.becomes(LinkState.CONNECTING);
                }
            }
            boolean reached = reaches();
            if (reached) {
                pump();
            }
            Plan next = planned(reached);
            if (next != plan) {
                stop();
                plan = next;
                timer = next == Plan.NOTHING ? null : clock.after(delay(next), this::due);
            }
        }

        private Plan planned(boolean reached) {
            return switch (end.state()) {
                case CONNECTING -> reached ? Plan.CONNECT : failIfTried();
                case CONNECTED -> reached ? Plan.NOTHING : Plan.DISCONNECT;
                case DISCONNECTED -> reached ? Plan.CONNECT : Plan.FAIL;
                case FAILED, CLOSED -> Plan.NOTHING;
            };
        }

        private Plan failIfTried() {
            return end.remote().isPresent() ? Plan.FAIL : Plan.NOTHING;
        }

        private Duration delay(Plan next) {
            return switch (next) {
                case CONNECT -> millis(20, 400);
                case DISCONNECT -> DISCONNECTED_AFTER;
                case FAIL -> FAILED_AFTER;
                case NOTHING -> Duration.ZERO;
            };
        }

        private void due() {
            Plan now = plan;
            plan = Plan.NOTHING;
            timer = null;
            switch (now) {
                case CONNECT -> {
                    connectedNanos = clock.nanoTime();
                    end.becomes(LinkState.CONNECTED);
                    if (end instanceof FakeSendLink sender) {
                        sender.controlOpens();
                    }
                }
                case DISCONNECT -> end.becomes(LinkState.DISCONNECTED);
                case FAIL -> end.becomes(LinkState.FAILED);
                case NOTHING -> {}
            }
            lookAtAll();
            new ArrayList<>(ends.values()).forEach(Path::pump);
        }

        /// Texts keep their order, and wait while the path is gone.
        void pump() {
            if (pumping || texts.isEmpty() || !isConnected()) {
                return;
            }
            pumping = true;
            clock.after(
                    millis(2, 30),
                    () -> {
                        pumping = false;
                        Optional<Path> other = other().filter(_ -> isConnected());
                        if (other.isPresent()) {
                            other.get().end.hears(texts.remove());
                            pump();
                        }
                    });
        }

        /// Its person closed it.
        void closes() {
            if (isConnected() && other().filter(Path::worked).isPresent() && worked()) {
                watch.workingLinkClosed(person, other().orElseThrow().person);
            }
        }

        /// Whether it is connected, and not only since a moment ago.
        private boolean worked() {
            return end.state() == LinkState.CONNECTED
                    && clock.nanoTime() - connectedNanos >= WORKS_AFTER.toNanos();
        }

        void stop() {
            if (timer != null) {
                timer.cancel();
                timer = null;
            }
            plan = Plan.NOTHING;
        }
    }
}
