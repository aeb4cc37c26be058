package org.tonewire.app.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.shell.server.KnownServer;
import org.tonewire.app.shell.server.ServerStore;

/// Stores the known servers in `servers.json` in the config folder, readable only by its owner,
/// because tokens are secrets.
public final class JsonServerStore implements ServerStore {
    private final JsonFile<List<KnownServer>> file;
    private final ReentrantLock changing = new ReentrantLock();
    private final AtomicReference<Optional<Problem>> problem =
            new AtomicReference<>(Optional.empty());

    /// @param configFolder created at the first save
    public JsonServerStore(Path configFolder) {
        this.file =
                new JsonFile<>(
                        configFolder.resolve("servers.json"),
                        KnownServersJson::read,
                        KnownServersJson::write);
    }

    @Override
    public List<KnownServer> load() {
        List<KnownServer> servers = new ArrayList<>(file.load().orElse(List.of()));
        file.loadProblem().ifPresent(this::tell);
        servers.sort(Comparator.comparing(KnownServer::lastUsed).reversed());
        return servers.stream().limit(MOST).toList();
    }

    @Override
    public Optional<Problem> takeProblem() {
        return problem.getAndSet(Optional.empty());
    }

    @Override
    public void save(KnownServer server) {
        change(servers -> {
            List<KnownServer> all = new ArrayList<>(without(servers, server.address()));
            all.addFirst(server);
            return all.stream().limit(MOST).toList();
        });
    }

    @Override
    public void forget(ServerAddress server) {
        change(servers -> without(servers, server));
    }

    private static List<KnownServer> without(List<KnownServer> servers, ServerAddress one) {
        return servers.stream().filter(known -> !known.address().isAt(one)).toList();
    }

    private void change(UnaryOperator<List<KnownServer>> how) {
        changing.lock();
        try {
            List<KnownServer> before = load();
            // What cannot be read is not overwritten.
            if (file.loadProblem().filter(JsonServerStore::isUnread).isEmpty()) {
                file.save(how.apply(before)).ifPresent(this::tell);
            }
        } finally {
            changing.unlock();
        }
    }

    private static boolean isUnread(Problem met) {
        return met.reason() == Reason.FILE_UNREADABLE;
    }

    private void tell(Problem found) {
        problem.set(Optional.of(found));
    }
}
