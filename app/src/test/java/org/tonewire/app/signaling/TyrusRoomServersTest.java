package org.tonewire.app.signaling;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.host.RoomServers.Answer;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.RoomState;

/// The owner of a room at a real server.
class TyrusRoomServersTest {
    private static final RoomSecret RENEWED = RoomServer.secret("AQECAwQFBgcICQoLDA0ODw");
    private static final RoomOwner OWNER = RoomOwner.create();

    private static final Duration LONG = Duration.ofMinutes(2);

    private final TyrusRoomServers servers = new TyrusRoomServers(LONG);

    @TempDir Path folder;

    @Test
    void theOwnerOpensRenewsAndEndsTheRoomAndNobodyElseDoes() {
        try (RoomServer server = RoomServer.forClients(folder)) {
            Invite invite = server.invite();
            assertThat(own(invite, OWNER)).isEqualTo(new Answer.Done());
            assertThat(own(invite.with(RENEWED), OWNER)).isEqualTo(new Answer.Done());
            assertThat(own(invite, RoomOwner.create())).isEqualTo(taken());
            assertThat(servers.end(address(invite), invite, OWNER, LONG)).isEqualTo(taken());
            assertThat(servers.end(address(invite), invite.with(RENEWED), OWNER, LONG))
                    .isEqualTo(new Answer.Done());
            assertThat(own(invite, RoomOwner.create())).isEqualTo(new Answer.Done());
        }
    }

    @Test
    void aRequestThatIsNoLongerWantedIsNotSent() {
        try (RoomServer server = RoomServer.forClients(folder)) {
            Invite invite = server.invite();
            ServerAddress address = address(invite);
            Answer gone = new Answer.Failed(Problem.of(Reason.SERVER_CLOSED));

            assertThat(servers.own(address, invite, OWNER, Optional.empty(), () -> false))
                    .isEqualTo(gone);
            assertThat(servers.query(address, invite, OWNER))
                    .isEqualTo(failed(Reason.NO_SUCH_ROOM, invite.authority()));
        }
    }

    @Test
    void aRoomThatEndsMeanwhileStaysEnded() {
        try (RoomServer server = RoomServer.forClients(folder)) {
            Invite invite = server.invite();
            ServerAddress address = address(invite);
            own(invite, OWNER);
            BooleanSupplier ending =
                    () -> servers.end(address, invite, OWNER, LONG).equals(new Answer.Done());

            assertThat(servers.own(address, invite, OWNER, Optional.empty(), ending))
                    .isEqualTo(new Answer.Failed(Problem.of(Reason.SERVER_CLOSED)));
            assertThat(servers.query(address, invite, OWNER))
                    .isEqualTo(failed(Reason.NO_SUCH_ROOM, invite.authority()));
            assertThat(own(invite, OWNER)).isEqualTo(new Answer.Done());
        }
    }

    @Test
    void theOwnerHasItStayAndSeesItAndOthersDoNot() {
        try (RoomServer server = RoomServer.forClients(folder)) {
            Invite invite = server.invite();
            ServerAddress address = address(invite);
            assertThat(servers.query(address, invite, OWNER))
                    .isEqualTo(failed(Reason.NO_SUCH_ROOM, invite.authority()));
            assertThat(servers.own(address, invite, OWNER, Optional.of(Duration.ofDays(400))))
                    .isEqualTo(new Answer.Done(Optional.of(Duration.ofDays(30))));

            RoomState state = ((Answer.Shown) servers.query(address, invite, OWNER)).state();
            assertThat(state.keep()).isEqualTo(Duration.ofDays(30));
            assertThat(state.participants()).isZero();
            assertThat(state.closesIn()).isPresent();
            assertThat(servers.query(address, invite, RoomOwner.create())).isEqualTo(taken());
            assertThat(servers.query(address, invite.with(RENEWED), OWNER)).isEqualTo(taken());
        }
    }

    @Test
    void aCertificateThatIsNotTheOneIsShownAndNothingIsAsked() {
        try (RoomServer server = RoomServer.forClients(folder)) {
            Invite invite = server.invite();
            Answer shown = new Answer.Untrusted(server.pin().orElseThrow());
            Invite unpinned =
                    new Invite(
                            "127.0.0.1",
                            server.port(),
                            invite.room(),
                            invite.secret(),
                            Optional.empty());
            Invite other =
                    new Invite(
                            "127.0.0.1",
                            server.port(),
                            invite.room(),
                            invite.secret(),
                            Optional.of(CertificatePin.of(new byte[32])));

            assertThat(own(unpinned, OWNER)).isEqualTo(shown);
            assertThat(own(other, OWNER)).isEqualTo(shown);
            assertThat(own(invite, RoomOwner.create())).isEqualTo(new Answer.Done());
        }
    }

    @Test
    void theServersTokenIsShown() {
        try (RoomServer server = RoomServer.forClients(folder, "t0ken")) {
            Invite invite = server.invite();
            ServerAddress address = address(invite);

            assertThat(servers.own(address, invite, OWNER))
                    .isEqualTo(failed(Reason.SERVER_TOKEN_MISSING, invite.authority()));
            assertThat(servers.own(address.showing("token"), invite, OWNER))
                    .isEqualTo(failed(Reason.SERVER_TOKEN_WRONG, invite.authority()));
            assertThat(servers.own(address.showing("t0ken"), invite, OWNER))
                    .isEqualTo(new Answer.Done());
        }
    }

    @Test
    void whatIsNoServerIsSaidSo() throws Exception {
        try (RoomServer host = RoomServer.hosting(folder, 0);
                ServerSocket web = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int free = freePort();
            assertThat(own(host.inviteBy(free), OWNER))
                    .isEqualTo(failed(Reason.SERVER_UNREACHABLE, "127.0.0.1:" + free));
            int other = web.getLocalPort();
            Thread.ofVirtual().name("web").start(() -> refuse(web));
            assertThat(own(host.inviteBy(other), OWNER))
                    .isEqualTo(failed(Reason.NOT_A_SERVER, "127.0.0.1:" + other));
            assertThat(own(host.invite(), OWNER)).isEqualTo(taken());
            assertThat(servers.own(address(host.invite()), elsewhere(host.invite()), OWNER))
                    .isEqualTo(failed(Reason.NOT_A_SERVER, host.invite().authority()));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    /// As a web server without TLS does.
    private static void refuse(ServerSocket web) {
        try {
            while (!web.isClosed()) {
                try (Socket client = web.accept()) {
                    client.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(US_ASCII));
                }
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private Answer own(Invite invite, RoomOwner owner) {
        return servers.own(address(invite), invite, owner);
    }

    private static ServerAddress address(Invite invite) {
        return new ServerAddress(invite.host(), invite.port(), invite.pin(), Optional.empty());
    }

    private static Invite elsewhere(Invite invite) {
        return new Invite(
                invite.host(), invite.port(), new RoomName("other"), invite.secret(), invite.pin());
    }

    private static Answer taken() {
        return failed(Reason.ROOM_TAKEN, "studio");
    }

    private static Answer failed(Reason reason, String subject) {
        return new Answer.Failed(new Problem(reason, subject));
    }
}
