package org.tonewire.app.hosting;

import java.util.Optional;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.signaling.server.SignalingServer;

/// A room with its own server. Any thread.
final class HostedRoom implements Hosting {
    private static final String LOOPBACK = "127.0.0.1";

    private final SignalingServer server;
    private final Invite invite;
    private final Invite localInvite;

    HostedRoom(SignalingServer server, HostRequest request, String host, CertificatePin pin) {
        this.server = server;
        this.invite = invite(host, server.port(), request, pin);
        this.localInvite = invite(LOOPBACK, server.port(), request, pin);
    }

    @Override
    public Invite invite() {
        return invite;
    }

    @Override
    public Invite localInvite() {
        return localInvite;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Invite invite(String host, int port, HostRequest request, CertificatePin pin) {
        return new Invite(host, port, request.room(), request.secret(), Optional.of(pin));
    }
}
