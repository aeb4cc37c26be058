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

    @Override
    public List<KnownServer> load() {
        return List.copyOf(servers);
    }

    @Override
    public Optional<Problem> takeProblem() {
        return Optional.empty();
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
