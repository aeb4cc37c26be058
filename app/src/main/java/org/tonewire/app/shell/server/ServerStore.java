package org.tonewire.app.shell.server;

import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.problem.Problem;

/// Port: remembers the servers on which rooms were opened, readable only by their owner, since it
/// keeps tokens. Any thread; blocks while a small file is read or written.
public interface ServerStore {
    /// As many as are remembered.
    int MOST = 20;

    /// The servers, the one that was used last first. A broken file is set aside; see
    /// [#takeProblem()].
    List<KnownServer> load();

    /// The last problem of the other methods that was not taken yet.
    Optional<Problem> takeProblem();

    /// Replaces what is known of the same host and port; the oldest beyond [#MOST] are forgotten.
    /// Nothing is written while the file cannot be read.
    void save(KnownServer server);

    /// Forgets what is known of this host and port; the next certificate is taken again.
    void forget(ServerAddress server);

    /// What is known of this host and port.
    default Optional<KnownServer> find(ServerAddress server) {
        return load().stream().filter(known -> known.address().isAt(server)).findFirst();
    }
}
