package org.tonewire.app.shell;

import java.time.Instant;
import org.tonewire.app.core.invite.Invite;

/// A room that this program joined before. Its invite is a secret.
///
/// @param favourite kept until it is forgotten
public record KnownRoom(Invite invite, boolean favourite, Instant lastUsed) {
    public String name() {
        return invite.room().value();
    }

    public String address() {
        return invite.authority();
    }
}
