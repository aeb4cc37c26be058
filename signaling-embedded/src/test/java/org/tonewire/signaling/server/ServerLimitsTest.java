package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.server.TestServer.key;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.server.limit.SocketLimits;
import org.tonewire.signaling.server.limit.SocketTimes;

/// Clients that exceed limits or violate the protocol.
final class ServerLimitsTest {
    @Test
    void textThatIsNotJsonClosesTheSocket() {
        try (TestServer server = TestServer.start();
                TestClient ann = server.connect();
                TestClient bob = server.connect()) {
            assertThat(ann.send("hello?").closing()).startsWith("1007 not JSON");
            assertThat(bob.send("[]").closing()).isEqualTo("1007 not a JSON object");
        }
    }

    @Test
    void textThatIsNotUtf8ClosesTheSocket() throws Exception {
        try (TestServer server = TestServer.start();
                RawClient client = RawClient.connect(server.server().port())) {
            client.send(new byte[] {(byte) 0xc3, 0x28});

            assertThat(closeCode(client.readToEnd())).isEqualTo(1007);
        }
    }

    @Test
    void binaryFramesCloseTheSocket() {
        try (TestServer server = TestServer.start();
                TestClient ann = server.connect()) {
            assertThat(ann.sendBinary().closing()).isEqualTo("1003 text frames only");
        }
    }

    @Test
    void aMessageThatIsTooBigClosesTheSocket() {
        try (TestServer server = TestServer.start();
                TestClient ann = server.connect()) {
            ann.open("Ann", key(1));
            int most = SocketLimits.DEFAULT.messageBytes();

            assertThat(ann.send("x".repeat(most + 1)).closing())
                    .isEqualTo("1009 more than " + most + " bytes");
        }
    }

    @Test
    void tooManyMessagesCloseTheSocketAndEndTheMembership() {
        try (TestServer server = TestServer.start(SocketLimits.DEFAULT.withMessagesPerSecond(2));
                TestClient ann = server.connect();
                TestClient bob = server.connect()) {
            ann.open("Ann", key(1));
            ParticipantId bobId = bob.open("Bob", key(1)).self().id();
            ann.next(ServerMessage.ParticipantJoined.class);

            for (int i = 0; i < 6; i++) {
                bob.send("{\"type\":\"dance\"}");
            }

            assertThat(bob.next(ServerMessage.Failed.class).reason())
                    .isEqualTo(ErrorReason.UNKNOWN_TYPE);
            assertThat(bob.closing()).isEqualTo("1008 more than 2 messages a second");
            assertThat(ann.next())
                    .isEqualTo(
                            new ServerMessage.ParticipantLeft(
                                    bobId, LeaveReason.LOST, Optional.empty()));
        }
    }

    @Test
    void tooManySocketsFromOneAddressAreClosed() {
        try (TestServer server = TestServer.start(SocketLimits.DEFAULT.withSocketsFromHere(1));
                TestClient ann = server.connect()) {
            ann.open("Ann", key(1));
            try (TestClient bob = server.connect()) {
                assertThat(bob.closing()).isEqualTo("1008 too many connections from this address");
            }
        }
    }

    @Test
    void aClientThatIsNotInARoomInTimeIsClosed() {
        SocketTimes hasty = SocketTimes.DEFAULT.withJoinDeadline(Duration.ofSeconds(3));
        try (TestServer server = TestServer.start(hasty);
                TestClient ann = server.connect();
                TestClient bob = server.connect()) {
            ann.open("Ann", key(1));
            bob.hello();

            assertThat(bob.closing()).isEqualTo("1008 not in a room in time");
            ann.send("{\"type\":\"dance\"}");
            ann.next(ServerMessage.Failed.class);
        }
    }

    @Test
    void aClientThatNeverReadsLeavesTheRoomAndDelaysNobody() throws Exception {
        SocketLimits tight = SocketLimits.DEFAULT.withUnsentBytes(128 * 1024);
        try (TestServer server = TestServer.start(tight.withMessagesPerSecond(100_000));
                TestClient ann = server.connect();
                RawClient mute = RawClient.connect(server.server().port())) {
            ann.open("Ann", key(1));
            mute.open("Mute", key(1));
            ParticipantId muteId =
                    ann.next(ServerMessage.ParticipantJoined.class).participant().id();
            PeerMessage big = new PeerMessage.Offer("x".repeat(60_000));

            ServerMessage left =
                    new ServerMessage.ParticipantLeft(muteId, LeaveReason.LOST, Optional.empty());
            for (int i = 0; i < 400; i++) {
                ann.say(muteId, big);
            }

            assertThat(ann.next()).isEqualTo(left);
            assertThat(ann.next(ServerMessage.Failed.class).reason())
                    .isEqualTo(ErrorReason.UNKNOWN_TARGET);
        }
    }

    private static int closeCode(byte[] frames) {
        assertThat(frames[0] & 0xff).as("the first byte of a close frame").isEqualTo(0x88);
        return ((frames[2] & 0xff) << 8) | (frames[3] & 0xff);
    }
}
