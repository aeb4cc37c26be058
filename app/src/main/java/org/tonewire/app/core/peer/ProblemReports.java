package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;

/// Reports the problems with one participant, who can cause them as fast as it can send, and so can
/// a server in its name: of each kind and subject the first at once, then one in 10 s, with how
/// often it happened meanwhile. Messages that are false in whatever way are one kind. Where there
/// are many subjects, further ones are counted together, by their kind. Session thread only.
final class ProblemReports {
    static final Duration EVERY = Duration.ofSeconds(10);

    /// Kinds with a subject that are told apart at a time.
    static final int MAX_SUBJECTS = 16;

    /// What comes of false messages. Of several the description is named: its text says what to do.
    private static final Set<Reason> FALSE_MESSAGES =
            EnumSet.of(
                    Reason.DESCRIPTION_CHANGED,
                    Reason.SEAL_MISMATCH,
                    Reason.SEAL_MISSING,
                    Reason.MESSAGE_REPEATED,
                    Reason.IDENTITY_UNPROVEN,
                    Reason.TOO_MANY);

    private final SessionLoop loop;
    private final Consumer<SessionEvent> events;
    private final Consumer<Reason> counter;
    private final Map<Key, Pause> pauses = new LinkedHashMap<>();
    private boolean closed;

    /// @param kind the reason, or one for all of its kind
    /// @param subject empty for all subjects
    private record Key(Reason kind, Optional<String> subject) {}

    /// The time after a report.
    private static final class Pause {
        private final SessionLoop.Timer timer;
        private final Map<Direction, Integer> times = new EnumMap<>(Direction.class);
        private @Nullable Problem counted;

        Pause(SessionLoop.Timer timer) {
            this.timer = timer;
        }

        void count(Direction direction, Problem problem) {
            times.merge(direction, 1, Integer::sum);
            if (counted == null || counted.reason() != Reason.DESCRIPTION_CHANGED) {
                counted = problem;
            }
        }

        int total() {
            return times.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// @param counter receives the reason of each problem, reported or not
    ProblemReports(SessionLoop loop, Consumer<SessionEvent> events, Consumer<Reason> counter) {
        this.loop = loop;
        this.events = events;
        this.counter = counter;
    }

    /// The direction of the link that a message is about.
    static Direction directionOf(PeerMessage message) {
        return switch (message) {
            case PeerMessage.Offer _ -> Direction.RECEIVE;
            case PeerMessage.Candidate candidate ->
                    candidate.sender() == LinkEnd.OWNER ? Direction.RECEIVE : Direction.SEND;
            case PeerMessage.Answer _, PeerMessage.Restart _, PeerMessage.Refuse _ ->
                    Direction.SEND;
        };
    }

    /// @param direction of the link that has the problem
    void add(Direction direction, Problem problem) {
        counter.accept(problem.reason());
        if (closed) {
            return;
        }
        Key key = keyOf(problem);
        Pause pause = pauses.get(key);
        if (pause == null) {
            report(problem, 1);
            pauseAfter(key);
        } else {
            pause.count(direction, problem);
        }
    }

    /// The link of this direction is connected: failures of it that were only counted so far are
    /// not reported.
    void connected(Direction direction) {
        pauses.forEach((key, pause) -> {
            if (key.kind() == Reason.LINK_FAILED) {
                pause.times.remove(direction);
            }
        });
    }

    /// Reports what was only counted so far; takes nothing from here on.
    void close() {
        closed = true;
        for (Pause pause : List.copyOf(pauses.values())) {
            pause.timer.cancel();
            reportCounted(pause);
        }
        pauses.clear();
    }

    private Key keyOf(Problem problem) {
        Reason kind = kindOf(problem.reason());
        if (kind == Reason.SEAL_MISMATCH) {
            return new Key(kind, Optional.empty());
        }
        Key own = new Key(kind, Optional.of(problem.subject()));
        return pauses.containsKey(own) || pauses.size() < MAX_SUBJECTS
                ? own
                : new Key(kind, Optional.empty());
    }

    private static Reason kindOf(Reason reason) {
        if (FALSE_MESSAGES.contains(reason)) {
            return Reason.SEAL_MISMATCH;
        }
        return reason == Reason.PARTICIPANT_UNREACHABLE ? Reason.LINK_FAILED : reason;
    }

    private void pauseAfter(Key key) {
        pauses.put(key, new Pause(loop.after(EVERY, () -> pauseOver(key))));
    }

    private void pauseOver(Key key) {
        Pause pause = pauses.remove(key);
        if (pause != null && reportCounted(pause)) {
            pauseAfter(key);
        }
    }

    private boolean reportCounted(Pause pause) {
        Problem problem = pause.counted;
        int times = pause.total();
        if (problem == null || times == 0) {
            return false;
        }
        report(problem, times);
        return true;
    }

    private void report(Problem problem, int times) {
        events.accept(new SessionEvent.ProblemOccurred(problem, times));
    }
}
