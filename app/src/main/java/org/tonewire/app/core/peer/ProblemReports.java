package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionEvent;

/// Reports the problems with one participant, who can cause them as fast as it can send: of each
/// reason the first at once, then one in 10 s, with how often it happened meanwhile. Session thread
/// only.
final class ProblemReports {
    static final Duration EVERY = Duration.ofSeconds(10);

    private final SessionLoop loop;
    private final Consumer<SessionEvent> events;
    private final Map<Reason, Pause> pauses = new EnumMap<>(Reason.class);

    /// The time after a report.
    private static final class Pause {
        private final SessionLoop.Timer timer;
        private Problem last;
        private int times;

        Pause(SessionLoop.Timer timer, Problem last) {
            this.timer = timer;
            this.last = last;
        }
    }

    ProblemReports(SessionLoop loop, Consumer<SessionEvent> events) {
        this.loop = loop;
        this.events = events;
    }

    void add(Problem problem) {
        Pause pause = pauses.get(problem.reason());
        if (pause == null) {
            report(problem, 1);
            pauseAfter(problem);
        } else {
            pause.last = problem;
            pause.times++;
        }
    }

    /// Reports what was only counted so far.
    void close() {
        for (Pause pause : List.copyOf(pauses.values())) {
            pause.timer.cancel();
            reportCounted(pause);
        }
        pauses.clear();
    }

    private void pauseAfter(Problem problem) {
        Reason reason = problem.reason();
        pauses.put(reason, new Pause(loop.after(EVERY, () -> pauseOver(reason)), problem));
    }

    private void pauseOver(Reason reason) {
        Pause pause = pauses.remove(reason);
        if (pause != null && reportCounted(pause)) {
            pauseAfter(pause.last);
        }
    }

    private boolean reportCounted(Pause pause) {
        if (pause.times > 0) {
            report(pause.last, pause.times);
        }
        return pause.times > 0;
    }

    private void report(Problem problem, int times) {
        events.accept(new SessionEvent.ProblemOccurred(problem, times));
    }
}
