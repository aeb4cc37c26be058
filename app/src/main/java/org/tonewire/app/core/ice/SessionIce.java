package org.tonewire.app.core.ice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.link.IceReader;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.signaling.protocol.ice.NamedIceServer;

/// The ICE settings as the links of one session get them: read on another thread and checked for
/// each link, with the servers that the signaling server names; each problem is reported once, as a
/// warning, and the links use the rest. Of what a signaling server names, one problem is reported:
/// it could name others without end. Session thread only.
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
    private IceSettings own = IceSettings.NONE;
    private boolean everRead;

    /// By the signaling server; empty until it let this participant in.
    private Optional<List<IceServer>> named = Optional.empty();

    private boolean toldOfNamed;

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

    @Override
    public IceSettings latest() {
        return IceCheck.of(own, named).usable();
    }

    /// The signaling server names these, in place of those before.
    public void named(List<NamedIceServer> servers) {
        List<IceServer> flat = servers.stream().flatMap(SessionIce::each).toList();
        named = Optional.of(flat);
        if (everRead) {
            IceCheck.of(own, named).problems().forEach(this::report);
        }
    }

    private static Stream<IceServer> each(NamedIceServer server) {
        Optional<IceServer.Login> login =
                server.login()
                        .map(given -> new IceServer.Login(given.username(), given.credential()));
        return server.urls().stream().map(url -> new IceServer(url, login));
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
            IceSettings read = settings.get();
            return () -> done(read, asked);
        } catch (RuntimeException e) {
            log.error("The network settings could not be read", e);
            return () -> {
                goOn();
                report(Problem.of(Reason.INTERNAL));
            };
        }
    }

    private void done(IceSettings read, List<Consumer<IceSettings>> asked) {
        own = read;
        everRead = true;
        goOn();
        IceCheck check = IceCheck.of(read, named);
        check.problems().forEach(this::report);
        asked.forEach(each -> loop.post(() -> each.accept(check.usable())));
    }

    private void goOn() {
        reading = false;
        if (!waiting.isEmpty()) {
            readNext();
        }
    }

    private void report(Problem problem) {
        boolean ofNamed = problem.reason() == Reason.NAMED_SERVER_UNUSABLE;
        if (ofNamed ? !toldOfNamed : told.add(problem)) {
            toldOfNamed |= ofNamed;
            tell(problem);
        }
    }

    private void tell(Problem problem) {
        log.warn("The network settings are not used as they are: {}", problem.reason().wireName());
        problems.accept(problem);
    }
}
