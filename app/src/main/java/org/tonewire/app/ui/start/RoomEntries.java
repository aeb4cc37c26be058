package org.tonewire.app.ui.start;

import java.util.concurrent.CompletionStage;
import org.tonewire.app.ui.model.RoomAccess;
import org.tonewire.app.ui.model.UiThreads;

/// Begins attempts to open or join a room. FX thread.
///
/// @param access completes when a room can be entered
public record RoomEntries(CompletionStage<RoomAccess> access, UiThreads threads) {
    RoomEntry begin(EntryListener listener) {
        return new RoomEntry(access, threads, listener);
    }
}
