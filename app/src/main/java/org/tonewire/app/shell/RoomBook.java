package org.tonewire.app.shell;

import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// Keeps the known rooms between starts, for their owner alone. Any thread; the file is small.
public interface RoomBook {
    /// What was kept; none where there is nothing or it cannot be read (a broken file is set aside;
    /// see [#trouble()]).
    KnownRooms load();

    /// What was wrong when they were last loaded.
    Optional<Problem> trouble();

    /// @return the problem, if it did not work
    Optional<Problem> save(KnownRooms rooms);
}
