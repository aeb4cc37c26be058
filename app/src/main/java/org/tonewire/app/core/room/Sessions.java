package org.tonewire.app.core.room;

import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.signaling.JoinRequest;

/// Begins sessions.
@FunctionalInterface
public interface Sessions {
    /// Begins to join; returns at once, the session tells how it goes.
    RoomSession join(JoinRequest request, OutputChoice output);
}
