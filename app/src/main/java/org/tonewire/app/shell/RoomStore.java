package org.tonewire.app.shell;

import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// Port: keeps the rooms that are hosted on this computer over failures and restarts, readable only
/// by their owner. Several processes may use it at the same time. Any thread; blocks while small
/// files are read or written.
public interface RoomStore {
    /// The rooms that are kept, those hosted now among them, the newest first. Forgets those that
    /// are too old to be gone on with. A broken file is set aside; see [#takeProblem()].
    List<StoredRoom> load();

    /// The last problem of the other methods that was not taken yet.
    Optional<Problem> takeProblem();

    /// Replaces the room with the same id.
    ///
    /// @param room if it is hosted, then by this process
    void save(StoredRoom room);

    /// Does nothing if there is no such room.
    void remove(StoredRoom room);
}
