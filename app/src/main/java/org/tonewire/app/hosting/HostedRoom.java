package org.tonewire.app.hosting;

import java.util.Optional;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.signaling.server.SignalingServer;

/// A room with its own server. Any thread.
final class HostedRoom implements Hosting {
    private static final String LOOPBACK = "127.0.0.1";

    private final SignalingServer server;
    private final RoomOwner owner;
    private final String host;
    private volatile Invite localInvite;

    /// @param host that the invite names
    HostedRoom(SignalingServer server, HostRequest request, String host, CertificatePin pin) {
        this.server = server;
        this.owner = request.owner().orElseGet(RoomOwner::create);
        this.host = host;
        this.localInvite =
                new Invite(
                        LOOPBACK,
                        server.port(),
                        request.room(),
                        request.secret(),
                        Optional.of(pin),
                        Optional.of(owner.hash()));
    }

    @Override
    public Invite invite() {
        return localInvite.at(host);
    }

    @Override
    public Invite localInvite() {
        return localInvite;
    }

    @Override
    public void renew(RoomSecret secret) {
        Invite renewed = localInvite.with(secret);
        server.changeKey(
                renewed.room(), RoomKeys.derive(secret, renewed.room()).access(renewed.server()));
        localInvite = renewed;
    }

    @Override
    public RoomOwner owner() {
        return owner;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
