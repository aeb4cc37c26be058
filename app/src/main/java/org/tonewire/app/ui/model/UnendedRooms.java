package org.tonewire.app.ui.model;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.RoomStore;
import org.tonewire.app.shell.StoredRoom;

/// The rooms that were hosted here and not ended by a person, and can go on: those of the last 24
/// hours that nobody hosts now, the newest first. FX thread.
public final class UnendedRooms {
    private final RoomStore store;
    private final InstantSource clock;
    private final UiThreads threads;
    private final RoomsOnServers onServers;
    private final ReadOnlyObjectWrapper<List<StoredRoom>> now;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem;

    /// @param onServers those that stay on their servers
    public UnendedRooms(
            RoomStore store,
            List<StoredRoom> loaded,
            InstantSource clock,
            RoomsOnServers onServers,
            UiThreads threads) {
        this.store = store;
        this.clock = clock;
        this.onServers = onServers;
        this.threads = threads;
        this.now = new ReadOnlyObjectWrapper<>(unended(loaded));
        this.problem = new ReadOnlyObjectWrapper<>(store.takeProblem());
        onServers.refresh();
    }

    /// Those that stay on their servers, and are not among these.
    public RoomsOnServers onServers() {
        return onServers;
    }

    public ReadOnlyObjectProperty<List<StoredRoom>> now() {
        return now.getReadOnlyProperty();
    }

    /// Why loading or storing a hosted room failed.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Reads them again in the background.
    public void refresh() {
        threads.background().execute(() -> show(store.load()));
        onServers.refresh();
    }

    public void forget(StoredRoom room) {
        now.set(now.get().stream().filter(other -> !other.equals(room)).toList());
        threads.background()
                .execute(() -> {
                    store.remove(room);
                    show(store.load());
                });
    }

    private void show(List<StoredRoom> loaded) {
        List<StoredRoom> unended = unended(loaded);
        Optional<Problem> found = store.takeProblem();
        threads.fx()
                .execute(() -> {
                    now.set(unended);
                    found.ifPresent(told -> problem.set(Optional.of(told)));
                });
    }

    private List<StoredRoom> unended(List<StoredRoom> loaded) {
        return loaded.stream()
                .filter(room -> !room.hosted() && !room.staysOnServer())
                .filter(room -> room.isYoung(clock.instant()))
                .toList();
    }
}
