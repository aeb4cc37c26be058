package org.tonewire.app.ui.start;

import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.ui.model.ActiveRoom;

/// Observes an attempt to open or join a room. FX thread; not called after the attempt was
/// cancelled.
interface EntryListener {
    /// The host does not answer; the attempt continues.
    void waiting(Problem problem);

    void entered(ActiveRoom room);

    void failed(Problem problem);
}
