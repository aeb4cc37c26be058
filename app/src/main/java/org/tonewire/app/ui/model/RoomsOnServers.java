package org.tonewire.app.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.shell.server.OwnedRooms;
import org.tonewire.app.shell.server.OwnedRooms.Standing;

/// The rooms that stay on their servers, and what these say of them. Servers are asked in the
/// background, one after the other. FX thread.
public final class RoomsOnServers {
    private final OwnedRooms rooms;
    private final UiThreads threads;
    private final ReadOnlyObjectWrapper<List<Entry>> now = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A room.
    ///
    /// @param standing empty until its server said something
    public record Entry(StoredRoom room, Optional<Standing> standing) {}

    public RoomsOnServers(OwnedRooms rooms, UiThreads threads) {
        this.rooms = rooms;
        this.threads = threads;
    }

    /// Those that nobody hosts now, the newest first.
    public ReadOnlyObjectProperty<List<Entry>> now() {
        return now.getReadOnlyProperty();
    }

    /// Why a room was not closed.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Reads the rooms again, and asks their servers.
    public void refresh() {
        threads.background().execute(this::ask);
    }

    private void ask() {
        List<StoredRoom> all =
                rooms.list().stream()
                        .filter(room -> room.staysOnServer() && !room.hosted())
                        .toList();
        threads.fx().execute(() -> show(all));
        for (StoredRoom room : all) {
            Standing standing = rooms.standing(room);
            threads.fx().execute(() -> show(room, standing));
        }
    }

    /// What is known already stays until there is news.
    private void show(List<StoredRoom> all) {
        List<Entry> before = now.get();
        now.set(all.stream().map(room -> new Entry(room, standing(before, room))).toList());
    }

    private static Optional<Standing> standing(List<Entry> entries, StoredRoom room) {
        return entries.stream()
                .filter(entry -> entry.room().id().equals(room.id()))
                .findFirst()
                .flatMap(Entry::standing);
    }

    private void show(StoredRoom room, Standing standing) {
        List<Entry> changed = new ArrayList<>(now.get());
        changed.replaceAll(entry ->
                entry.room().id().equals(room.id())
                        ? new Entry(entry.room(), Optional.of(standing))
                        : entry);
        now.set(List.copyOf(changed));
    }

    /// Closes a room for all. It stays in the list if its server does not close it.
    public void close(StoredRoom room) {
        problem.set(Optional.empty());
        threads.background()
                .execute(() -> {
                    Optional<Problem> failed = rooms.close(room);
                    threads.fx().execute(() -> problem.set(failed));
                    ask();
                });
    }
}
