package org.tonewire.app.ui.fake;

import java.util.List;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.trust.RoomOwner;

/// A hosted room that has no server.
public final class FakeHosting implements Hosting {
    private static final RoomOwner OWNER = RoomOwner.create();

    private Invite invite = Rooms.INVITE;
    private boolean closed;

    public boolean closed() {
        return closed;
    }

    @Override
    public Invite invite() {
        return invite;
    }

    @Override
    public Invite localInvite() {
        return invite.at("127.0.0.1");
    }

    @Override
    public List<String> addresses() {
        return List.of(Rooms.INVITE.host(), "192.0.2.99");
    }

    @Override
    public void advertise(String host) {
        invite = invite.at(host);
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public void renew(RoomSecret secret) {
        invite = invite.with(secret);
    }

    @Override
    public RoomOwner owner() {
        return OWNER;
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
