package org.tonewire.app.core.host;

import java.util.function.Consumer;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.room.SessionEvent;

/// A room hosted by this process.
public interface Hosting extends AutoCloseable {
    /// For other computers.
    Invite invite();

    /// For the host's own participant: the same room by the loopback address.
    Invite localInvite();

    int port();

    /// From here on the room takes this secret and no other, and the invites are by it. Who is in
    /// the room enters again. Returns at once; any thread.
    void renew(RoomSecret secret);

    /// Follows the session of the host: renews the invite once the others have the new secret.
    default void happened(SessionEvent event) {
        if (event instanceof SessionEvent.SecretHandedOver(RoomSecret secret)) {
            renew(secret);
        }
    }

    /// Disconnects everyone and frees the port. Idempotent.
    @Override
    void close();

    /// The same room with another way to close it.
    ///
    /// @param closing has to close this one too
    default Hosting closedBy(Runnable closing) {
        return new RewiredHosting(this, closing, _ -> {});
    }

    /// The same room; something else follows the session of the host, too.
    ///
    /// @param following gets each event after this room did
    default Hosting followedBy(Consumer<SessionEvent> following) {
        return new RewiredHosting(this, this::close, following);
    }
}
