package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.testing.Eventually;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage;

/// The channel against the real server, over real sockets.
final class TyrusSignalingChannelTest {
    private static final PeerMessage OFFER = new PeerMessage.Offer("v=0\r\n");
    private static final PeerMessage RESTART = new PeerMessage.Restart();

    @TempDir Path folder;

    @AfterEach
    void noThreadSurvives() {
        Eventually.holds(() -> signalingThread().isEmpty(), () -> "lives: " + signalingThread());
    }

    @Test
    void twoClientsJoinAndExchangeMessages() {
        try (RoomServer server = RoomServer.hosting(folder, 0);
                Client ann = Client.joining(server.invite(), "Ann")) {
            var annJoined = ann.events().joined();
            try (Client bob = Client.joining(server.invite(), "Bob")) {
                var bobJoined = bob.events().joined();

                assertThat(bobJoined.participants()).containsExactly(annJoined.self());
                assertThat(ann.events().received())
                        .isEqualTo(new ServerMessage.ParticipantJoined(bobJoined.self()));
                assertThat(ann.send(bobJoined.self().id(), OFFER)).isTrue();
                assertThat(bob.events().received())
                        .isEqualTo(
                                new ServerMessage.FromPeer(
                                        annJoined.self().id(), OFFER, Optional.empty()));
            }
            assertThat(ann.events().received())
                    .isInstanceOfSatisfying(
                            ServerMessage.ParticipantLeft.class,
                            left -> assertThat(left.reason()).isEqualTo(LeaveReason.LEFT));
        }
    }

    @Test
    void theFirstClientOpensTheRoomWhereClientsMay() {
        try (RoomServer server = RoomServer.forClients(folder);
                Client ann = Client.joining(server.invite(), "Ann")) {
            var annJoined = ann.events().joined();
            try (Client bob = Client.joining(server.invite(), "Bob")) {
                assertThat(bob.events().joined().participants()).containsExactly(annJoined.self());
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
    void aSecretThatWasOfferedEntersTheRoomWhoseKeyChanged() {
        RoomSecret next = RoomServer.secret("AQECAwQFBgcICQoLDA0ODw");
        try (RoomServer server = RoomServer.hosting(folder, 0);
                Client ann = Client.joining(server.invite(), "Ann")) {
            ServerMessage.Joined before = ann.events().joined();
            ann.channel().offer(List.of(RoomServer.secret("AgECAwQFBgcICQoLDA0ODw"), next));

            server.changeSecret(next);

            assertThat(ann.events().next(SignalingEvent.Lost.class).problem())
                    .isEqualTo(Problem.of(Reason.INVITE_RENEWED));
            assertThat(ann.events().next(SignalingEvent.Renewed.class).request().invite())
                    .isEqualTo(server.invite().with(next));
            ServerMessage.Joined after = ann.events().joined();
            assertThat(after.self().identity().orElseThrow().key())
                    .isEqualTo(before.self().identity().orElseThrow().key());
            assertEnded(server.invite(), Reason.WRONG_KEY, "");
        }
    }

    @Test
    void aFullRoomIsRefused() {
        try (RoomServer server = RoomServer.hosting(folder, 0, 1);
                Client ann = Client.joining(server.invite(), "Ann")) {
            ann.events().joined();

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

            assertEnded(open, Reason.INVITE_PIN_MISSING, "");
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
    void aCutConnectionIsResumedAndMessagesSentMeanwhileArrive() throws IOException {
        try (RoomServer server = RoomServer.hosting(folder, 0);
                FragileWire wire = FragileWire.to(server.port());
                Client ann = Client.joining(server.invite(), "Ann")) {
            var annId = ann.events().joined().self().id();
            try (Client bob = Client.joining(server.inviteBy(wire.port()), "Bob")) {
                var before = bob.events().joined();
                ann.events().received();

                for (int round = 0; round < 3; round++) {
                    wire.cut();
                    assertThat(bob.events().next(SignalingEvent.Lost.class).problem().reason())
                            .isEqualTo(Reason.CONNECTION_LOST);
                    server.noticesLossOrResumption(1, bob.events()::isInRoom);
                    assertThat(ann.send(before.self().id(), OFFER)).isTrue();
                    assertThat(bob.send(annId, RESTART)).isTrue();

                    var after = bob.events().joinedAgain();
                    assertThat(after.resumption().resumed()).isTrue();
                    assertThat(after.self()).isEqualTo(before.self());
                    assertThat(bob.events().received())
                            .isEqualTo(new ServerMessage.FromPeer(annId, OFFER, Optional.empty()));
                    assertThat(ann.events().received())
                            .isEqualTo(
                                    new ServerMessage.FromPeer(
                                            before.self().id(), RESTART, Optional.empty()));
                }
            }
        }
    }

    @Test
    void whileTooMuchWaitsToBeHandledNothingIsReadFromTheServer() {
        try (RoomServer server = RoomServer.hosting(folder, 0);
                Client ann = Client.joining(server.invite(), "Ann")) {
            var annId = ann.events().joined().self().id();
            try (Client bob = Client.joining(server.invite(), "Bob")) {
                var bobId = bob.events().joined().self().id();
                ann.events().received();

                bob.events().isBusy(true);
                for (int i = 0; i < 20; i++) {
                    assertThat(ann.send(bobId, new PeerMessage.Offer("v=" + i))).isTrue();
                }
                assertThat(ann.send(new ParticipantId("nobody"), RESTART)).isTrue();
                assertThat(ann.events().received()).isInstanceOf(ServerMessage.Failed.class);
                assertThat(bob.send(annId, RESTART)).isTrue();
                assertThat(ann.events().received()).isInstanceOf(ServerMessage.FromPeer.class);
                assertThat(bob.events().isSilent()).isTrue();

                bob.events().isBusy(false);
                for (int i = 0; i < 20; i++) {
                    assertThat(bob.events().received())
                            .isEqualTo(
                                    new ServerMessage.FromPeer(
                                            annId,
                                            new PeerMessage.Offer("v=" + i),
                                            Optional.empty()));
                }
            }
        }
    }

    @Test
    void aChannelWhoseListenerIsBusyClosesAllTheSame() {
        try (RoomServer server = RoomServer.hosting(folder, 0);
                Client ann = Client.joining(server.invite(), "Ann")) {
            ann.events().joined();
            Client bob = Client.joining(server.invite(), "Bob");
            var bobId = bob.events().joined().self().id();
            ann.events().received();
            bob.events().isBusy(true);
            assertThat(ann.send(bobId, OFFER)).isTrue();

            bob.close();

            assertThat(ann.events().received()).isInstanceOf(ServerMessage.ParticipantLeft.class);
        }
    }

    /// More than the server takes at once.
    @Test
    void manyMessagesAtOnceDoNotMakeTheServerCutTheConnection() {
        int messages = 800;
        try (RoomServer server = RoomServer.hosting(folder, 0);
                Client ann = Client.joining(server.invite(), "Ann")) {
            ann.events().joined();
            try (Client bob = Client.joining(server.invite(), "Bob")) {
                var bobId = bob.events().joined().self().id();
                ann.events().received();

                for (int i = 0; i < messages; i++) {
                    assertThat(ann.send(bobId, RESTART)).isTrue();
                }

                for (int i = 0; i < messages; i++) {
                    assertThat(bob.events().received()).isInstanceOf(ServerMessage.FromPeer.class);
                }
                assertThat(ann.events().isSilent()).isTrue();
            }
        }
    }

    @Test
    void aSilentConnectionIsDetectedAndResumed() throws IOException {
        try (RoomServer server = RoomServer.hosting(folder, 0);
                FragileWire wire = FragileWire.to(server.port());
                Client bob = Client.joiningWithShortTimes(server.inviteBy(wire.port()), "Bob")) {
            var before = bob.events().joined();

            wire.stall();

            assertThat(bob.events().next(SignalingEvent.Lost.class).problem().reason())
                    .isEqualTo(Reason.CONNECTION_LOST);
            var after = bob.events().joinedAgain();
            assertThat(after.resumption().resumed()).isTrue();
            assertThat(after.self()).isEqualTo(before.self());
        }
    }

    @Test
    void aRestartedServerIsJoinedAgain() {
        RoomServer first = RoomServer.hosting(folder, 0);
        int port = first.port();
        try (Client ann = Client.joining(first.invite(), "Ann")) {
            ann.events().joined();

            first.close();
            assertThat(ann.events().next(SignalingEvent.Lost.class).problem().reason())
                    .isEqualTo(Reason.SERVER_CLOSED);
            try (RoomServer second = RoomServer.hosting(folder, port)) {
                assertThat(second.port()).isEqualTo(port);
                var again = ann.events().joinedAgain();
                assertThat(again.resumption().resumed()).isFalse();
            }
        } finally {
            first.close();
        }
    }

    @Test
    void closingWhileRetryingEndsAtOnce() {
        RoomServer server = RoomServer.hosting(folder, 0);
        try (Client ann = Client.joining(server.invite(), "Ann")) {
            ann.events().joined();
            server.close();
            ann.events().next(SignalingEvent.Lost.class);
        }
    }

    @Test
    void aClosedChannelTakesNoMessages() {
        try (RoomServer server = RoomServer.hosting(folder, 0)) {
            Client ann = Client.joining(server.invite(), "Ann");
            var annId = ann.events().joined().self().id();
            ann.close();
            ann.close();

            assertThat(ann.send(annId, RESTART)).isFalse();
            assertThat(ann.events().isSilent()).isTrue();
        }
    }

    private static Invite invite(int port, Optional<CertificatePin> pin) {
        return new Invite("127.0.0.1", port, RoomServer.STUDIO, RoomServer.SECRET, pin);
    }

    private static void assertEnded(Invite invite, Reason reason, String subject) {
        try (Client client = Client.joining(invite, "Eve")) {
            var problem = client.events().next(SignalingEvent.Ended.class).problem();
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
