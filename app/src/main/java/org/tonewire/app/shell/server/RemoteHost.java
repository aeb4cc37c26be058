package org.tonewire.app.shell.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.KeepTime;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.host.RoomServers;
import org.tonewire.app.core.host.RoomServers.Answer;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.RoomOwner;

/// Hosts rooms on servers elsewhere, and remembers these. The certificate of a server that was
/// never used is taken as it is, if the system does not know it; from then on no other one is. None
/// is while the known ones cannot be read. Any thread.
public final class RemoteHost implements RoomHost {
    private final RoomServers servers;
    private final ServerStore known;
    private final InstantSource clock;
    private final Later background;

    /// @param background waits for servers while rooms are open
    public RemoteHost(
            RoomServers servers, ServerStore known, InstantSource clock, Later background) {
        this.servers = servers;
        this.known = known;
        this.clock = clock;
        this.background = background;
    }

    /// @throws IllegalArgumentException if the room is to be on this computer
    @Override
    public HostOutcome host(HostRequest request) {
        ServerAddress asked =
                request.server().orElseThrow(() -> new IllegalArgumentException("a room here"));
        Optional<ServerAddress> before = known.find(asked).map(KnownServer::address);
        Optional<Problem> lost = known.takeProblem().filter(RemoteHost::losesCertificates);
        if (lost.isPresent() && before.isEmpty() && asked.pin().isEmpty()) {
            return new HostOutcome.Failed(lost.get());
        }
        ServerAddress server = before.map(it -> completed(asked, it)).orElse(asked);
        RoomOwner owner = request.owner().orElseGet(RoomOwner::create);
        Opening opening = new Opening(request, owner, lost);
        return switch (opening.at(server)) {
            case Answer.Done(var kept) -> opening.started(server, Optional.empty(), kept);
            case Answer.Shown _ -> throw new IllegalStateException("an answer to no question");
            case Answer.Failed(Problem problem) -> new HostOutcome.Failed(problem);
            case Answer.Untrusted(CertificatePin shown) ->
                    before.isEmpty() && server.pin().isEmpty()
                            ? opening.shown(server.pinned(shown), shown)
                            : changed(server);
        };
    }

    private static boolean losesCertificates(Problem problem) {
        return problem.reason() == Reason.FILE_UNREADABLE || problem.reason() == Reason.SET_ASIDE;
    }

    /// What is asked for counts more than what is known.
    private static ServerAddress completed(ServerAddress asked, ServerAddress before) {
        return new ServerAddress(
                asked.host(),
                asked.port(),
                asked.pin().or(before::pin),
                asked.token().or(before::token));
    }

    private static HostOutcome changed(ServerAddress server) {
        return new HostOutcome.Failed(
                new Problem(Reason.SERVER_CERTIFICATE_CHANGED, server.authority()));
    }

    /// One room that is being opened.
    private final class Opening {
        private final HostRequest request;
        private final RoomOwner owner;
        private final Optional<Problem> lost;

        /// @param lost why servers may be known that could not be read
        Opening(HostRequest request, RoomOwner owner, Optional<Problem> lost) {
            this.request = request;
            this.owner = owner;
            this.lost = lost;
        }

        Answer at(ServerAddress server) {
            return servers.own(server, invite(server), owner, request.keep());
        }

        /// The server showed this certificate, and nothing says that it is another's. But it gets
        /// no token.
        HostOutcome shown(ServerAddress server, CertificatePin shown) {
            return server.token().isPresent()
                    ? new HostOutcome.Failed(
                            new Problem(Reason.SERVER_CERTIFICATE_UNKNOWN, server.link()))
                    : first(server, shown);
        }

        private HostOutcome first(ServerAddress server, CertificatePin shown) {
            return switch (at(server)) {
                case Answer.Done(var kept) -> started(server, Optional.of(shown), kept);
                case Answer.Shown _ -> throw new IllegalStateException("an answer to no question");
                case Answer.Failed(Problem problem) -> new HostOutcome.Failed(problem);
                case Answer.Untrusted _ -> changed(server);
            };
        }

        /// @param kept how long the server keeps the room, if it was asked for that
        HostOutcome started(
                ServerAddress server, Optional<CertificatePin> first, Optional<Duration> kept) {
            if (lost.isEmpty()) {
                known.save(new KnownServer(server, clock.instant()));
            }
            return new HostOutcome.Started(
                    new RemoteRoom(
                            servers,
                            new RemoteRoom.At(
                                    server,
                                    first,
                                    lost.or(known::takeProblem).or(() -> shorter(server, kept))),
                            invite(server),
                            owner,
                            background));
        }

        /// The server keeps the room for less time than was asked for.
        private Optional<Problem> shorter(ServerAddress server, Optional<Duration> kept) {
            Duration granted = kept.orElse(Duration.ZERO);
            return request.keep()
                    .filter(wanted -> granted.compareTo(wanted) < 0)
                    .map(_ ->
                            granted.isZero()
                                    ? new Problem(Reason.ROOM_NOT_KEPT, server.authority())
                                    : new Problem(
                                            Reason.ROOM_KEPT_SHORTER, KeepTime.text(granted)));
        }

        private Invite invite(ServerAddress server) {
            return new Invite(
                    server.host(),
                    server.port(),
                    request.room(),
                    request.secret(),
                    server.pin(),
                    Optional.of(owner.hash()));
        }
    }
}
