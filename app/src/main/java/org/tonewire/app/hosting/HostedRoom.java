package org.tonewire.app.hosting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.RoomPlace.Here;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.ListenLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.signaling.server.SignalingServer;

/// A room with its own server. Any thread.
final class HostedRoom implements Hosting {
    private static final String LOOPBACK = "127.0.0.1";

    private final SignalingServer server;
    private final RoomOwner owner;
    private final List<String> addresses;
    private final Optional<Problem> certificate;
    private volatile String host;
    private volatile Invite localInvite;

    /// @param addresses of this computer, the best first
    /// @param certificate why the certificate is not kept, if so
    HostedRoom(
            SignalingServer server,
            HostRequest request,
            List<String> addresses,
            CertificatePin pin,
            Optional<Problem> certificate) {
        this.server = server;
        this.owner = request.owner().orElseGet(RoomOwner::create);
        this.addresses =
                Stream.concat(
                                request.here().flatMap(Here::advertisedHost).stream(),
                                addresses.stream())
                        .distinct()
                        .toList();
        this.certificate = certificate;
        this.host = this.addresses.isEmpty() ? LOOPBACK : this.addresses.getFirst();
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
    public Optional<ListenLink> listenLink() {
        Invite present = localInvite;
        RoomKeys keys = RoomKeys.derive(present.secret(), present.room());
        return Optional.of(new ListenLink(host, present.port(), present.room(), keys.listening()));
    }

    @Override
    public List<String> addresses() {
        return addresses;
    }

    @Override
    public void advertise(String chosen) {
        host = chosen;
    }

    @Override
    public List<Problem> problems() {
        Optional<Problem> alone =
                addresses.isEmpty()
                        ? Optional.of(Problem.of(Reason.NO_NETWORK_ADDRESS))
                        : Optional.empty();
        return Stream.concat(alone.stream(), certificate.stream()).toList();
    }

    @Override
    public void renew(RoomSecret secret) {
        Invite renewed = localInvite.with(secret);
        RoomKeys keys = RoomKeys.derive(secret, renewed.room());
        server.changeKey(renewed.room(), keys.access(renewed.server()));
        server.admitGuests(renewed.room(), keys.guestAccess());
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
