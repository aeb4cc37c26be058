package org.tonewire.app.ui.fake;

import java.util.Optional;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.KnownRooms;
import org.tonewire.app.shell.RoomBook;

/// Known rooms kept in memory.
public final class FakeRoomBook implements RoomBook {
    private volatile KnownRooms kept = KnownRooms.NONE;

    public FakeRoomBook with(KnownRooms rooms) {
        kept = rooms;
        return this;
    }

    @Override
    public KnownRooms load() {
        return kept;
    }

    @Override
    public Optional<Problem> loadProblem() {
        return Optional.empty();
    }

    @Override
    public Optional<Problem> save(KnownRooms rooms) {
        kept = rooms;
        return Optional.empty();
    }
}
