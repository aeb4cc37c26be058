package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionEvent;

/// Reports the problems with one participant, who can cause them as fast as it can send: of each
/// reason and subject the first at once, then one in 10 s, with how often it happened meanwhile.
/// Where there are many subjects, further ones are counted together, by their reason. Session
/// thread only.
final class ProblemReports {
    static final Duration EVERY = Duration.ofSeconds(10);

    /// Reasons with a subject that are told apart at a time.
    static final int MAX_SUBJECTS = 16;

    private final SessionLoop loop;
    private final Consumer<SessionEvent> events;
    private final Map<Key, Pause> pauses = new LinkedHashMap<>();
    private boolean closed;

    /// @param subject empty for all subjects beyond the limit
    private record Key(Reason reason, Optional<String> subject) {}

    /// The time after a report.
    private static final class Pause {
        private final SessionLoop.Timer timer;
        private final Map<Direction, Integer> times = new EnumMap<>(Direction.class);
        private Problem last;

        Pause(SessionLoop.Timer timer, Problem last) {
            this.timer = timer;
            this.last = last;
        }

        void count(Direction direction, Problem problem) {
            times.merge(direction, 1, Integer::sum);
            last = problem;
        }

        int total() {
            return times.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    ProblemReports(SessionLoop loop, Consumer<SessionEvent> events) {
        this.loop = loop;
        this.events = events;
    }

    /// @param direction of the link that has the problem
    void add(Direction direction, Problem problem) {
        if (closed) {
            return;
        }
        Key key = keyOf(problem);
        Pause pause = pauses.get(key);
        if (pause == null) {
            report(problem, 1);
            pauseAfter(key, problem);
        } else {
            pause.count(direction, problem);
        }
    }

    /// The link of this direction is connected: failures of it that were only counted so far are
    /// not reported.
    void connected(Direction direction) {
        pauses.forEach((key, pause) -> {
            if (key.reason() == Reason.LINK_FAILED) {
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
        Key own = new Key(problem.reason(), Optional.of(problem.subject()));
        return pauses.containsKey(own) || pauses.size() < MAX_SUBJECTS
                ? own
                : new Key(problem.reason(), Optional.empty());
    }

    private void pauseAfter(Key key, Problem problem) {
        pauses.put(key, new Pause(loop.after(EVERY, () -> pauseOver(key)), problem));
    }

    private void pauseOver(Key key) {
        Pause pause = pauses.remove(key);
        if (pause != null && reportCounted(pause)) {
            pauseAfter(key, pause.last);
        }
    }

    private boolean reportCounted(Pause pause) {
        int times = pause.total();
        if (times > 0) {
            report(pause.last, times);
        }
        return times > 0;
    }

    private void report(Problem problem, int times) {
        events.accept(new SessionEvent.ProblemOccurred(problem, times));
    }
}
