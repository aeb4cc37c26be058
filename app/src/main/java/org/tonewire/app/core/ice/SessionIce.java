package org.tonewire.app.core.ice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.link.IceReader;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// The ICE settings as the links of one session get them: read on another thread and checked for
/// each link; each problem is reported once, as a warning, and the links use the rest. Session
/// thread only.
public final class SessionIce implements IceReader {
    private static final Logger log = LoggerFactory.getLogger(SessionIce.class);

    private final SessionLoop loop;
    private final Supplier<IceSettings> settings;
    private final Consumer<Problem> problems;
    private final Set<Problem> told = new HashSet<>();

    /// Who asked since the reading under way began. They get what the next one reads, as the
    /// settings may have changed meanwhile.
    private final List<Consumer<IceSettings>> waiting = new ArrayList<>();

    private boolean reading;

    /// @param settings may wait for storage
    public SessionIce(
            SessionLoop loop, Supplier<IceSettings> settings, Consumer<Problem> problems) {
        this.loop = loop;
        this.settings = settings;
        this.problems = problems;
    }

    /// One reading at a time: storage that hangs holds up one thread.
    @Override
    public void read(Consumer<IceSettings> then) {
        waiting.add(then);
        if (!reading) {
            readNext();
        }
    }

    private void readNext() {
        List<Consumer<IceSettings>> asked = List.copyOf(waiting);
        waiting.clear();
        reading = true;
        loop.runBlocking(() -> {
            Runnable answer = answer(asked);
            if (!loop.post(answer)) {
                // Without the answer there would be no link any more.
                loop.postFirst(answer);
            }
        });
    }

    /// Reads, on a thread that may wait.
    private Runnable answer(List<Consumer<IceSettings>> asked) {
        try {
            IceCheck check = IceCheck.of(settings.get());
            return () -> done(check.problems(), asked, check.usable());
        } catch (RuntimeException e) {
            log.error("The network settings could not be read", e);
            return () -> done(List.of(Problem.of(Reason.INTERNAL)), List.of(), IceSettings.NONE);
        }
    }

    private void done(List<Problem> found, List<Consumer<IceSettings>> asked, IceSettings usable) {
        reading = false;
        if (!waiting.isEmpty()) {
            readNext();
        }
        found.stream().filter(told::add).forEach(this::tell);
        asked.forEach(each -> loop.post(() -> each.accept(usable)));
    }

    private void tell(Problem problem) {
        log.warn("The network settings are not used as they are: {}", problem.reason().wireName());
        problems.accept(problem);
    }
}
