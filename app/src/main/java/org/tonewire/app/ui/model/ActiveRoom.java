package org.tonewire.app.ui.model;

import java.util.Optional;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.room.RoomSession;

/// The joined room.
///
/// @param hosting present if the room is hosted here
public record ActiveRoom(RoomSession session, Optional<Hosting> hosting) {
    /// The invite for other participants; its address differs from the one that the host itself
    /// uses.
    public Invite invite() {
        return hosting.map(Hosting::invite).orElseGet(() -> session.snapshot().invite());
    }

    /// Leaves the room, then closes its server if it is hosted here. Blocks for some seconds at
    /// most.
    public void close() {
        try {
            session.leave();
        } finally {
            hosting.ifPresent(Hosting::close);
        }
    }
}
