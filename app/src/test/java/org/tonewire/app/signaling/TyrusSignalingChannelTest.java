package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.testing.Eventually;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage;

/// The channel against the real server, over real sockets.
final class TyrusSignalingChannelTest {
    private static final PeerMessage OFFER = new PeerMessage.Offer("v=0\r\n", "seal");
    private static final PeerMessage RESTART = new PeerMessage.Restart();

    @TempDir Path folder;

    @AfterEach
    void noThreadSurvives() {
        Eventually.holds(() -> signalingThread().isEmpty(), () -> "lives: " + signalingThread());
    }

    @Test
    void twoJoinAndTalk() {
        try (RoomServer server = RoomServer.hosting(folder, 0);
                Client ann = Client.joining(server.invite(), "Ann")) {
            var annJoined = ann.heard().joined();
            try (Client bob = Client.joining(server.invite(), "Bob")) {
                var bobJoined = bob.heard().joined();

                assertThat(bobJoined.participants()).containsExactly(annJoined.self());
                assertThat(ann.heard().received())
                        .isEqualTo(new ServerMessage.ParticipantJoined(bobJoined.self()));
                assertThat(ann.say(bobJoined.self().id(), OFFER)).isTrue();
                assertThat(bob.heard().received())
                        .isEqualTo(new ServerMessage.FromPeer(annJoined.self().id(), OFFER));
            }
            assertThat(ann.heard().received())
                    .isInstanceOfSatisfying(
                            ServerMessage.ParticipantLeft.class,
                            left -> assertThat(left.reason()).isEqualTo(LeaveReason.LEFT));
        }
    }

    @Test
    void theFirstOpensTheRoomWhereClientsMay() {
        try (RoomServer server = RoomServer.forEverybody(folder);
                Client ann = Client.joining(server.invite(), "Ann")) {
            var annJoined = ann.heard().joined();
            try (Client bob = Client.joining(server.invite(), "Bob")) {
                assertThat(bob.heard().joined().participants()).containsExactly(annJoined.self());
            }
        }
    }

    @Test
    void aRoomThatIsNotHostedIsRefused() {
        try (RoomServer server = RoomServer.hosting(folder, 0)) {
            Invite other =
                    new Invite(
                            "127.0.0.1",
                            server.port(),
                            new RoomName("attic"),
                            RoomServer.SECRET,
                            server.pin());
            assertEnded(other, Reason.NO_SUCH_ROOM, "attic");
        }
    }

    @Test
    void anInviteWithAnotherSecretIsRefused() {
        try (RoomServer server = RoomServer.hosting(folder, 0)) {
            Invite old =
                    new Invite(
                            "127.0.0.1",
                            server.port(),
                            RoomServer.STUDIO,
                            RoomServer.secret("AAECAwQFBgcICQoLDA0ODg"),
                            server.pin());
            assertEnded(old, Reason.WRONG_KEY, "");
        }
    }

    @Test
    void aFullRoomIsRefused() {
        try (RoomServer server = RoomServer.hosting(folder, 0, 1);
                Client ann = Client.joining(server.invite(), "Ann")) {
            ann.heard().joined();

            assertEnded(server.invite(), Reason.ROOM_FULL, "studio");
        }
    }

    @Test
    void anotherCertificateThanThePinnedOneIsRefused() {
        try (RoomServer server = RoomServer.hosting(folder, 0)) {
            Invite other = invite(server.port(), Optional.of(CertificatePin.of(new byte[32])));

            assertEnded(other, Reason.CERTIFICATE_MISMATCH, "127.0.0.1:" + server.port());
        }
    }

    @Test
    void withoutAPinASelfSignedCertificateIsNotTrusted() {
        try (RoomServer server = RoomServer.hosting(folder, 0)) {
            Invite open = invite(server.port(), Optional.empty());

            assertEnded(open, Reason.CERTIFICATE_MISMATCH, "127.0.0.1:" + server.port());
        }
    }

    @Test
    void aHostThatDoesNotAnswerIsUnreachable() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = unused.getLocalPort();
        }
        assertEnded(invite(port, Optional.empty()), Reason.HOST_UNREACHABLE, "127.0.0.1:" + port);
    }

    @Test
    void aCutConnectionIsResumedAndWhatIsSaidMeanwhileArrives() throws IOException {
        try (RoomServer server = RoomServer.hosting(folder, 0);
                FragileWire wire = FragileWire.to(server.port());
                Client ann = Client.joining(server.invite(), "Ann")) {
            var annId = ann.heard().joined().self().id();
            try (Client bob = Client.joining(server.inviteBy(wire.port()), "Bob")) {
                var before = bob.heard().joined();
                ann.heard().received();

                for (int round = 0; round < 3; round++) {
                    wire.cut();
                    assertThat(bob.heard().next(SignalingEvent.Lost.class).problem().reason())
                            .isEqualTo(Reason.CONNECTION_LOST);
                    server.noticesLossOrResumption(1, bob.heard()::isInRoom);
                    assertThat(ann.say(before.self().id(), OFFER)).isTrue();
                    assertThat(bob.say(annId, RESTART)).isTrue();

                    var after = bob.heard().joinedAgain();
                    assertThat(after.resumption().resumed()).isTrue();
                    assertThat(after.self()).isEqualTo(before.self());
                    assertThat(bob.heard().received())
                            .isEqualTo(new ServerMessage.FromPeer(annId, OFFER));
                    assertThat(ann.heard().received())
                            .isEqualTo(new ServerMessage.FromPeer(before.self().id(), RESTART));
                }
            }
        }
    }

    @Test
    void aConnectionThatWentSilentIsNoticedAndResumed() throws IOException {
        try (RoomServer server = RoomServer.hosting(folder, 0);
                FragileWire wire = FragileWire.to(server.port());
                Client bob = Client.joiningHastily(server.inviteBy(wire.port()), "Bob")) {
            var before = bob.heard().joined();

            wire.stall();

            assertThat(bob.heard().next(SignalingEvent.Lost.class).problem().reason())
                    .isEqualTo(Reason.CONNECTION_LOST);
            var after = bob.heard().joinedAgain();
            assertThat(after.resumption().resumed()).isTrue();
            assertThat(after.self()).isEqualTo(before.self());
        }
    }

    @Test
    void aRestartedServerIsJoinedAnew() {
        RoomServer first = RoomServer.hosting(folder, 0);
        int port = first.port();
        try (Client ann = Client.joining(first.invite(), "Ann")) {
            ann.heard().joined();

            first.close();
            assertThat(ann.heard().next(SignalingEvent.Lost.class).problem().reason())
                    .isEqualTo(Reason.SERVER_CLOSED);
            try (RoomServer second = RoomServer.hosting(folder, port)) {
                assertThat(second.port()).isEqualTo(port);
                var again = ann.heard().joinedAgain();
                assertThat(again.resumption().resumed()).isFalse();
            }
        } finally {
            first.close();
        }
    }

    @Test
    void closingWhileTryingAgainEndsAtOnce() {
        RoomServer server = RoomServer.hosting(folder, 0);
        try (Client ann = Client.joining(server.invite(), "Ann")) {
            ann.heard().joined();
            server.close();
            ann.heard().next(SignalingEvent.Lost.class);
        }
    }

    @Test
    void aClosedChannelTakesNoMessages() {
        try (RoomServer server = RoomServer.hosting(folder, 0)) {
            Client ann = Client.joining(server.invite(), "Ann");
            var annId = ann.heard().joined().self().id();
            ann.close();
            ann.close();

            assertThat(ann.say(annId, RESTART)).isFalse();
            assertThat(ann.heard().isSilent()).isTrue();
        }
    }

    private static Invite invite(int port, Optional<CertificatePin> pin) {
        return new Invite("127.0.0.1", port, RoomServer.STUDIO, RoomServer.SECRET, pin);
    }

    private static void assertEnded(Invite invite, Reason reason, String subject) {
        try (Client client = Client.joining(invite, "Eve")) {
            var problem = client.heard().next(SignalingEvent.Ended.class).problem();
            assertThat(problem.reason()).isEqualTo(reason);
            assertThat(problem.subject()).isEqualTo(subject);
        }
    }

    private static Optional<String> signalingThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("signaling") || name.startsWith("tonewire-"))
                .findFirst();
    }
}
