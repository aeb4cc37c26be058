package org.tonewire.app.ui.fake;

import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.ListenLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.trust.RoomKeys;
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
    private List<Problem> problems = List.of();
    private Optional<ServerAddress> server = Optional.empty();
    private Optional<CertificatePin> firstPin = Optional.empty();
    private boolean closed;
    private boolean leftOpen;
    private boolean endless;

    /// The room is on this server.
    public void on(ServerAddress elsewhere) {
        server = Optional.of(elsewhere);
    }

    /// Its server is not told that it ends.
    public void endless() {
        endless = true;
    }

    @Override
    public boolean end() {
        close();
        return !endless;
    }

    /// The room is on this server, which was met for the first time.
    public void onFirst(ServerAddress met) {
        on(met);
        firstPin = met.pin();
        invite = invite.at(met.host());
    }

    /// Whether it was left, and not closed.
    public boolean leftOpen() {
        return leftOpen;
    }

    public boolean closed() {
        return closed;
    }

    /// What the host is told of the invite.
    public void problem(Problem told) {
        problems = List.of(told);
    }

    @Override
    public Optional<CertificatePin> firstPin() {
        return firstPin;
    }

    @Override
    public Invite invite() {
        return invite;
    }

    @Override
    public Optional<ListenLink> listenLink() {
        RoomSecret secret = RoomKeys.derive(invite.secret(), invite.room()).listening();
        return server.isPresent()
                ? Optional.empty()
                : Optional.of(new ListenLink(invite.host(), invite.port(), invite.room(), secret));
    }

    @Override
    public Invite localInvite() {
        return server.isPresent() ? invite : invite.at("127.0.0.1");
    }

    @Override
    public Optional<ServerAddress> server() {
        return server;
    }

    @Override
    public List<String> addresses() {
        return server.isPresent() ? List.of() : List.of(Rooms.INVITE.host(), "192.0.2.99");
    }

    @Override
    public void advertise(String host) {
        invite = invite.at(host);
    }

    @Override
    public List<Problem> problems() {
        return problems;
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
    public void leaveOpen() {
        leftOpen = true;
    }

    @Override
    public void close() {
        closed = true;
    }
}
