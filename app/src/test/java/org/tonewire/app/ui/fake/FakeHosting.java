package org.tonewire.app.ui.fake;

import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.invite.Invite;

/// A hosted room that only remembers being closed.
public final class FakeHosting implements Hosting {
    private boolean closed;

    public boolean closed() {
        return closed;
    }

    @Override
    public Invite invite() {
        return Rooms.INVITE;
    }

    @Override
    public Invite localInvite() {
        Invite invite = Rooms.INVITE;
        return new Invite("127.0.0.1", invite.port(), invite.room(), invite.secret(), invite.pin());
    }

    @Override
    public int port() {
        return Rooms.INVITE.port();
    }

    @Override
    public void close() {
        closed = true;
    }
}
