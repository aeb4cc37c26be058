package org.tonewire.app.core.ice;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.problem.Problem;

/// The ICE settings as the links of one session get them: checked at each use; each problem is
/// reported once, as a warning, and the links use the rest. Session thread.
public final class SessionIce implements Supplier<IceSettings> {
    private static final Logger log = LoggerFactory.getLogger(SessionIce.class);

    private final Supplier<IceSettings> settings;
    private final Consumer<Problem> problems;
    private final Set<Problem> told = new HashSet<>();

    public SessionIce(Supplier<IceSettings> settings, Consumer<Problem> problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    public IceSettings get() {
        IceCheck check = IceCheck.of(settings.get());
        check.problems().stream().filter(told::add).forEach(this::tell);
        return check.usable();
    }

    private void tell(Problem problem) {
        log.warn("The network settings are not used as they are: {}", problem.reason().wireName());
        problems.accept(problem);
    }
}
