package org.tonewire.app.ui.model;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.server.KnownServer;
import org.tonewire.app.shell.server.ServerStore;

/// The servers on which rooms were opened from here, the one used last first. FX thread.
public final class KnownServers {
    private final ServerStore store;
    private final UiThreads threads;
    private final ReadOnlyObjectWrapper<List<KnownServer>> now;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem;

    public KnownServers(ServerStore store, List<KnownServer> loaded, UiThreads threads) {
        this.store = store;
        this.threads = threads;
        this.now = new ReadOnlyObjectWrapper<>(List.copyOf(loaded));
        this.problem = new ReadOnlyObjectWrapper<>(store.takeProblem());
    }

    public ReadOnlyObjectProperty<List<KnownServer>> now() {
        return now.getReadOnlyProperty();
    }

    /// Why loading or storing them failed.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Reads them again in the background.
    public void refresh() {
        threads.background().execute(() -> show(store.load()));
    }

    /// Forgets its token and its certificate: the next one that it shows is taken.
    public void forget(ServerAddress server) {
        now.set(now.get().stream().filter(known -> !known.address().isAt(server)).toList());
        threads.background()
                .execute(() -> {
                    store.forget(server);
                    show(store.load());
                });
    }

    private void show(List<KnownServer> loaded) {
        Optional<Problem> found = store.takeProblem();
        threads.fx()
                .execute(() -> {
                    now.set(List.copyOf(loaded));
                    found.ifPresent(told -> problem.set(Optional.of(told)));
                });
    }
}
