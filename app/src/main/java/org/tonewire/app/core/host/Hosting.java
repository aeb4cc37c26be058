package org.tonewire.app.core.host;

import org.tonewire.app.core.invite.Invite;

/// A room hosted by this process.
public interface Hosting extends AutoCloseable {
    /// For other computers.
    Invite invite();

    /// For the host's own participant: the same room by the loopback address.
    Invite localInvite();

    int port();

    /// Disconnects everyone and frees the port. Idempotent.
    @Override
    void close();
}
