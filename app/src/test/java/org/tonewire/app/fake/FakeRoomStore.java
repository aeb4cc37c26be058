package org.tonewire.app.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.RoomStore;
import org.tonewire.app.shell.StoredRoom;

/// Hosted rooms kept in memory, the newest first.
public final class FakeRoomStore implements RoomStore {
    private final List<StoredRoom> rooms = new ArrayList<>();
    private Optional<Problem> problem = Optional.empty();

    public FakeRoomStore with(Problem found) {
        problem = Optional.of(found);
        return this;
    }

    @Override
    public List<StoredRoom> load() {
        return List.copyOf(rooms);
    }

    @Override
    public Optional<Problem> takeProblem() {
        Optional<Problem> found = problem;
        problem = Optional.empty();
        return found;
    }

    @Override
    public void save(StoredRoom room) {
        remove(room);
        rooms.addFirst(room);
    }

    @Override
    public void remove(StoredRoom room) {
        rooms.removeIf(other -> other.id().equals(room.id()));
    }
}
