package org.tonewire.app.core.room;

import java.util.function.Consumer;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.signaling.JoinRequest;

/// Begins sessions.
@FunctionalInterface
public interface Sessions {
    /// Begins to join; returns at once, the session tells how it goes.
    ///
    /// @param listener told every event from the first one on, as by
    ///   [RoomSession#onEvent(Consumer)]
    RoomSession join(JoinRequest request, OutputChoice output, Consumer<SessionEvent> listener);

    /// The same, to be listened to later: what happens before is in the snapshot only.
    default RoomSession join(JoinRequest request, OutputChoice output) {
        return join(request, output, _ -> {});
    }
}
