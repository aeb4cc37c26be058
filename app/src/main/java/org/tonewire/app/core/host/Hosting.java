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

    /// The same room with another way to close it.
    ///
    /// @param closing has to close this one too
    default Hosting closedBy(Runnable closing) {
        return new RewiredHosting(this, closing);
    }
}
