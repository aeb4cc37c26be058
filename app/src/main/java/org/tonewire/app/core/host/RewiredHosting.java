package org.tonewire.app.core.host;

import org.tonewire.app.core.invite.Invite;

/// A hosted room that something else closes.
record RewiredHosting(Hosting room, Runnable closing) implements Hosting {
    @Override
    public Invite invite() {
        return room.invite();
    }

    @Override
    public Invite localInvite() {
        return room.localInvite();
    }

    @Override
    public int port() {
        return room.port();
    }

    @Override
    public void close() {
        closing.run();
    }
}
