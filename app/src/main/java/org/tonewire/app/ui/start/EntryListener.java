package org.tonewire.app.ui.start;

import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.ui.model.ActiveRoom;

/// Told how an attempt to get into a room goes; FX thread, nothing after it was cancelled.
interface EntryListener {
    /// It does not answer; it is tried again.
    void waiting(Problem problem);

    void entered(ActiveRoom room);

    void failed(Problem problem);
}
