package org.tonewire.app.core.host;

import org.tonewire.app.core.invite.Invite;

/// A room that is being hosted.
public interface Hosting extends AutoCloseable {
    /// For the others.
    Invite invite();

    /// For the host's own participant: the same room by the loopback address.
    Invite localInvite();

    int port();

    /// Sends everyone away and frees the port. Idempotent.
    @Override
    void close();
}
