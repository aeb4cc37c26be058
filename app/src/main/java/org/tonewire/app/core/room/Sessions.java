package org.tonewire.app.core.room;

import java.util.function.Consumer;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.signaling.JoinRequest;

/// Begins sessions.
@FunctionalInterface
public interface Sessions {
    /// Begins to join and returns at once; the session's events report the result.
    ///
    /// @param listener receives every event from the first one on, as by
    ///   [RoomSession#onEvent(Consumer)]
    RoomSession join(JoinRequest request, OutputChoice output, Consumer<SessionEvent> listener);

    /// The same without a listener at first: earlier events show in the snapshot only.
    default RoomSession join(JoinRequest request, OutputChoice output) {
        return join(request, output, _ -> {});
    }
}
