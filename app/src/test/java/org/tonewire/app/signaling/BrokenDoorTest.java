package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.ServerMessage;

/// Servers that break off a handshake, and networks that lose one. Timeouts are endless where a
/// test must not depend on them.
final class BrokenDoorTest {
    private static final String HANDSHAKE_FAILURE = "15030300020228";
    private static final String INTERNAL_ERROR = "15030300020250";

    @TempDir Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "closed without an answer,''",
        "alert handshake_failure,15030300020228",
        "alert internal_error,15030300020250",
        "alert bad_certificate,1503030002022a",
        "a part of a ServerHello,160303007a020000",
        "not TLS at all,485454502f312e31203430302042616420526571756573740d0a0d0a",
    })
    void aServerThatClosesInTheHandshakeIsUnreachableAtOnce(String how, String answer)
            throws IOException {
        try (FragileWire wire = FragileWire.to(1)) {
            wire.answerNextWith(bytes(answer));
            Invite invite = invite(wire.port());
            try (Client client =
                    Client.joining(invite, "Eve", Client.endless(Duration.ofHours(1)))) {
                assertThat(client.events().next(SignalingEvent.Ended.class).problem().reason())
                        .as(how)
                        .isEqualTo(Reason.HOST_UNREACHABLE);
            }
        }
    }

    @Test
    void aHandshakeWithoutAnAnswerHasItsOwnLimit() throws IOException {
        ChannelTimes never = Client.endless(Duration.ofHours(1));
        ChannelTimes times =
                new ChannelTimes(
                        never.enterDeadline(),
                        never.pingEvery(),
                        never.deadAfter(),
                        never.firstRetry(),
                        never.longestRetry(),
                        never.firstConnect(),
                        never.connect(),
                        Duration.ofMillis(300),
                        never.probe());
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Client client = Client.joining(invite(silent.getLocalPort()), "Eve", times);
                Socket _ = silent.accept()) {
            assertThat(client.events().next(SignalingEvent.Ended.class).problem().reason())
                    .isEqualTo(Reason.HOST_UNREACHABLE);
        }
    }

    @Test
    void aTlsAlertWhileReconnectingDoesNotEndTheSession() throws IOException {
        try (RoomServer server = RoomServer.hosting(folder, 0);
                FragileWire wire = FragileWire.to(server.port());
                Client bob =
                        Client.joining(
                                server.inviteBy(wire.port()),
                                "Bob",
                                Client.endless(Duration.ofMillis(200)))) {
            bob.events().joined();

            wire.answerNextWith(bytes(HANDSHAKE_FAILURE));
            wire.answerNextWith(bytes(INTERNAL_ERROR));
            wire.answerNextWith(bytes(""));
            wire.cut();

            bob.events().joinedAgain();
        }
    }

    @Test
    void anotherCertificateWhileReconnectingIsToldAndTheServerIsTriedAgain() throws IOException {
        try (RoomServer server = RoomServer.hosting(folder.resolve("a"), 0);
                RoomServer other = RoomServer.hosting(folder.resolve("b"), 0);
                FragileWire wire = FragileWire.to(server.port());
                Client bob =
                        Client.joining(
                                server.inviteBy(wire.port()),
                                "Bob",
                                Client.endless(Duration.ofMillis(200)))) {
            bob.events().joined();

            wire.leadTo(other.port());
            wire.cut();

            bob.events().next(SignalingEvent.Lost.class);
            assertThat(bob.events().next(SignalingEvent.Hopeless.class).problem().reason())
                    .isEqualTo(Reason.CERTIFICATE_MISMATCH);
            wire.leadTo(server.port());
            bob.events().joinedAgain();
        }
    }

    @Test
    void whenTheNetworkIsBackATryIsMadeBeforeTheRetryIsDue() throws IOException {
        try (RoomServer server = RoomServer.hosting(folder, 0);
                FragileWire wire = FragileWire.to(server.port());
                Client bob =
                        Client.joining(
                                server.inviteBy(wire.port()),
                                "Bob",
                                Client.endless(Duration.ofHours(1)))) {
            bob.events().joined();
            wire.answerNextWith(bytes(""));
            wire.cut();
            bob.events().next(SignalingEvent.Lost.class);

            for (int tries = 0; bob.events().isSilent() && tries < 200; tries++) {
                bob.networkBack();
                ReceivedEvents.pause();
            }
            bob.events().next(SignalingEvent.Lost.class);
            for (int tries = 0; bob.events().isSilent() && tries < 200; tries++) {
                bob.networkBack();
                ReceivedEvents.pause();
            }
            bob.events().joinedAgain();
        }
    }

    @Test
    void aDeadConnectionIsDetectedWhenTheNetworkIsBack() throws IOException {
        try (RoomServer server = RoomServer.hosting(folder, 0);
                FragileWire wire = FragileWire.to(server.port());
                Client bob =
                        Client.joining(
                                server.inviteBy(wire.port()),
                                "Bob",
                                Client.endless(Duration.ofMillis(200)))) {
            bob.events().joined();
            wire.stall();

            for (int tries = 0; bob.events().isSilent() && tries < 200; tries++) {
                bob.networkBack();
                ReceivedEvents.pause();
            }
            assertThat(bob.events().next(SignalingEvent.Lost.class).problem().reason())
                    .isEqualTo(Reason.CONNECTION_LOST);
            bob.events().joinedAgain();
        }
    }

    @Test
    void aDroppedConnectionSendsNoCloseMessageWhenTheNetworkIsBack() throws IOException {
        try (RoomServer server = RoomServer.hosting(folder, 0);
                FragileWire wire = FragileWire.to(server.port());
                Client ann =
                        Client.joining(
                                server.invite(), "Ann", Client.endless(Duration.ofHours(1)))) {
            var annId = ann.events().joined().self().id();
            try (Client bob =
                    Client.joining(
                            server.inviteBy(wire.port()),
                            "Bob",
                            Client.endless(Duration.ofSeconds(5)))) {
                bob.events().joined();
                wire.hold();
                for (int tries = 0; bob.events().isSilent() && tries < 200; tries++) {
                    bob.networkBack();
                    ReceivedEvents.pause();
                }
                bob.events().next(SignalingEvent.Lost.class);
                ReceivedEvents.pause();
                wire.release();
                bob.events().joinedAgain();
                assertThat(bob.send(annId, new PeerMessage.Restart())).isTrue();

                ServerMessage next = ann.events().received();
                while (!(next instanceof ServerMessage.FromPeer)) {
                    assertThat(next.toString()).doesNotContain(LeaveReason.LEFT.toString());
                    next = ann.events().received();
                }
            }
        }
    }

    private static Invite invite(int port) {
        return new Invite(
                "127.0.0.1",
                port,
                RoomServer.STUDIO,
                RoomServer.SECRET,
                Optional.of(CertificatePin.of(new byte[32])));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
