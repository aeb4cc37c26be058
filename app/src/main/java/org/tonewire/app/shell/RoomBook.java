package org.tonewire.app.shell;

import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// Port: stores the known rooms, readable only by their owner. Any thread; the file is small.
public interface RoomBook {
    /// The stored rooms; none if there are none or they cannot be read (a broken file is kept under
    /// another name; see [#loadProblem()]).
    KnownRooms load();

    /// The problem found by the last [#load()], if any.
    Optional<Problem> loadProblem();

    /// @return the problem, if saving failed
    Optional<Problem> save(KnownRooms rooms);
}
