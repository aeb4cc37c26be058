package org.tonewire.app.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.server.KnownServer;
import org.tonewire.app.shell.server.ServerStore;

/// Known servers kept in memory, the newest first.
public final class FakeServerStore implements ServerStore {
    private final List<KnownServer> servers = new ArrayList<>();
    private Optional<Problem> problem = Optional.empty();

    /// What was met by the next reading.
    public void problem(Problem met) {
        problem = Optional.of(met);
    }

    @Override
    public List<KnownServer> load() {
        return List.copyOf(servers);
    }

    @Override
    public Optional<Problem> takeProblem() {
        Optional<Problem> met = problem;
        problem = Optional.empty();
        return met;
    }

    @Override
    public void save(KnownServer server) {
        forget(server.address());
        servers.addFirst(server);
    }

    @Override
    public void forget(ServerAddress server) {
        servers.removeIf(known -> known.address().isAt(server));
    }
}
