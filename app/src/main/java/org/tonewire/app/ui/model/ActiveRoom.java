package org.tonewire.app.ui.model;

import java.util.Optional;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.room.RoomSession;

/// A room one is in.
///
/// @param hosting where the room is hosted here
public record ActiveRoom(RoomSession session, Optional<Hosting> hosting) {
    /// For the others: as they reach the room, which differs from the host's own way.
    public Invite invite() {
        return hosting.map(Hosting::invite).orElseGet(() -> session.snapshot().invite());
    }

    /// Leaves, then closes the room where it is hosted here. Blocks up to some seconds.
    public void close() {
        try {
            session.leave();
        } finally {
            hosting.ifPresent(Hosting::close);
        }
    }
}
