package org.tonewire.app.ui.fake;

import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.trust.RoomOwner;

/// A hosted room that has no server.
public final class FakeHosting implements Hosting {
    /// Named by [Rooms#LINK].
    private static final RoomOwner OWNER =
            RoomOwner.parse(
                            "QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8."
                                    + "JUO5L_EJVRFHatyDadtt3JM2ZaEZeN2hQE7hBmypVZ0")
                    .orElseThrow();

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
