package org.tonewire.app.hosting;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.host.ServerHost;
import org.tonewire.app.core.host.ServerOutcome;
import org.tonewire.app.core.host.ServerRequest;
import org.tonewire.app.core.host.ServerRules;
import org.tonewire.app.core.host.SharedRedis;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.ServerBinding;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.signaling.cluster.redis.RedisConfig;
import org.tonewire.signaling.extend.OfferLinks;
import org.tonewire.signaling.room.OwnerLimits;
import org.tonewire.signaling.room.event.Visibility;
import org.tonewire.signaling.server.Listener;
import org.tonewire.signaling.server.Listener.Transport;
import org.tonewire.signaling.server.ServerFeatures;
import org.tonewire.signaling.server.SignalingServer;
import org.tonewire.signaling.server.SignalingServerConfig;
import org.tonewire.signaling.server.SignalingServerConfig.RoomOpening;
import org.tonewire.signaling.server.StartOutcome;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.http.TrustedProxies;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.tls.TlsSource;

/// Hosts rooms and servers with the signaling server as a library. Any thread; calls block while
/// the server starts.
public final class EmbeddedHost implements RoomHost, ServerHost {
    private static final ServerLimits USUAL = ServerLimits.DEFAULT;

    private final Path certificateFolder;
    private final OfferLinks offers;

    /// @param certificateFolder folder of the self-signed certificate
    /// @param offers the WebRTC side of clients that offer by HTTP, for standalone servers
    public EmbeddedHost(Path certificateFolder, OfferLinks offers) {
        this.certificateFolder = certificateFolder;
        this.offers = offers;
    }

    /// @throws IllegalArgumentException if the room is to be somewhere else
    @Override
    public HostOutcome host(HostRequest request) {
        RoomPlace.Here here =
                request.here().orElseThrow(() -> new IllegalArgumentException("a room elsewhere"));
        Begun begun =
                begin(
                        new TlsSource.SelfSigned(certificateFolder),
                        tls -> config(here.port(), request.participants(), tls));
        return switch (begun.outcome()) {
            case StartOutcome.Failed(var reason, String subject) ->
                    new HostOutcome.Failed(problem(reason, subject));
            case StartOutcome.Started(SignalingServer server) ->
                    new HostOutcome.Started(opened(server, request, begun.certificate()));
        };
    }

    private static SignalingServerConfig config(int port, int participants, TlsSource tls) {
        return new SignalingServerConfig(
                ListenAddress.of(ServerRequest.EVERYWHERE),
                List.of(new Listener(port, Transport.BOTH)),
                tls,
                USUAL.with(USUAL.rooms().withMaxParticipants(participants)),
                RoomOpening.BY_HOST_ONLY);
    }

    @Override
    public ServerOutcome start(ServerRequest request) {
        Begun begun = begin(tls(request), tls -> config(request, tls));
        return switch (begun.outcome()) {
            case StartOutcome.Failed(var reason, String subject) ->
                    new ServerOutcome.Failed(problem(reason, subject));
            case StartOutcome.Started(SignalingServer server) ->
                    new ServerOutcome.Started(
                            new EmbeddedServer(
                                    server,
                                    changed -> config(changed, tls(changed, begun)),
                                    begun.certificate()));
        };
    }

    private SignalingServerConfig config(ServerRequest request, TlsSource tls) {
        return new SignalingServerConfig(
                ListenAddress.of(request.host()),
                request.ports().stream().map(EmbeddedHost::listener).toList(),
                tls,
                limits(request.rules()),
                RoomOpening.BY_CLIENTS,
                features(request.rules()));
    }

    /// A server that was started, or not.
    ///
    /// @param certificate why its certificate is not kept, if so
    private record Begun(StartOutcome outcome, Optional<Problem> certificate) {}

    /// Where our own certificate can be neither read nor kept, another one serves until the end.
    private static Begun begin(TlsSource tls, Function<TlsSource, SignalingServerConfig> config) {
        StartOutcome outcome = SignalingServer.start(config.apply(tls));
        if (tls instanceof TlsSource.SelfSigned
                && outcome instanceof StartOutcome.Failed(var reason, String file)
                && reason == StartOutcome.Reason.CERTIFICATE_UNUSABLE) {
            return new Begun(
                    SignalingServer.start(config.apply(new TlsSource.Unkept())),
                    Optional.of(new Problem(Reason.CERTIFICATE_NOT_KEPT, file)));
        }
        return new Begun(outcome, Optional.empty());
    }

    private ServerFeatures features(ServerRules rules) {
        return ServerFeatures.NONE
                .with(
                        new Access(
                                rules.roomToken(),
                                rules.origins(),
                                new TrustedProxies(rules.proxies())))
                .with(rules.ice())
                .with(offers)
                .with(new ServerFeatures.Texts(List.of(), rules.files().messages()))
                .with(
                        new ServerFeatures.RoomStorage(
                                rules.files().rooms(),
                                rules.files().redis().map(EmbeddedHost::config)));
    }

    private static RedisConfig config(SharedRedis redis) {
        return new RedisConfig(redis.address(), redis.prefix(), redis.nodeId());
    }

    private static ServerLimits limits(ServerRules rules) {
        ServerLimits limits = LimitMapping.apply(rules.limits());
        OwnerLimits owners = limits.rooms().owners();
        return rules.keepRooms()
                .map(time -> limits.with(limits.rooms().with(owners.withMaxKeep(time))))
                .orElse(limits);
    }

    private static HostedRoom opened(
            SignalingServer server, HostRequest request, Optional<Problem> certificate) {
        CertificatePin pin = pin(server);
        RoomKeys keys = RoomKeys.derive(request.secret(), request.room());
        server.openRoom(request.room(), keys.access(ServerBinding.to(pin)), Visibility.UNLISTED);
        server.admitGuests(request.room(), keys.guestAccess());
        return new HostedRoom(server, request, LocalAddress.find(), pin, certificate);
    }

    private static CertificatePin pin(SignalingServer server) {
        return CertificatePin.of(server.certificateFingerprint().orElseThrow().bytes());
    }

    private static Listener listener(ServerRequest.ListenPort port) {
        return new Listener(port.port(), port.tlsOnly() ? Transport.TLS : Transport.BOTH);
    }

    /// A certificate for this run stays until the end, unless files are named.
    private TlsSource tls(ServerRequest changed, Begun begun) {
        boolean isOurs = changed.certificate().isEmpty();
        return isOurs && begun.certificate().isPresent() ? new TlsSource.Unkept() : tls(changed);
    }

    private TlsSource tls(ServerRequest request) {
        Optional<ServerRequest.CertificateFiles> files = request.certificate();
        return files.isPresent()
                ? new TlsSource.PemFiles(files.get().chain(), files.get().key())
                : new TlsSource.SelfSigned(certificateFolder);
    }

    private static Problem problem(StartOutcome.Reason reason, String subject) {
        return new Problem(
                switch (reason) {
                    case PORT_IN_USE -> Reason.PORT_IN_USE;
                    case PORT_NOT_PERMITTED -> Reason.PORT_FORBIDDEN;
                    case ADDRESS_NOT_AVAILABLE -> Reason.ADDRESS_UNAVAILABLE;
                    case CERTIFICATE_UNUSABLE -> Reason.CERTIFICATE_UNUSABLE;
                    case MESSAGES_UNUSABLE -> Reason.STORAGE_FAILED;
                    case REDIS_UNREACHABLE -> Reason.REDIS_UNREACHABLE;
                    case REDIS_REFUSED -> Reason.REDIS_REFUSED;
                    case REDIS_TOO_OLD -> Reason.REDIS_TOO_OLD;
                    case NODE_ID_TAKEN -> Reason.NODE_ID_TAKEN;
                    case OTHER -> Reason.INTERNAL;
                },
                subject);
    }
}
