package org.tonewire.app.ui.start;

import org.tonewire.app.core.invite.Invite;

/// A room one was in before.
record RecentRoom(String link, Invite invite) {
    String name() {
        return invite.room().value();
    }

    String place() {
        return invite.authority();
    }
}
