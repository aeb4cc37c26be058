package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.server.TestServer.key;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketLimits;
import org.tonewire.signaling.server.limit.SocketTimes;

/// Clients that exceed limits or violate the protocol.
final class ServerLimitsTest {
    private static final PeerMessage RESTART = new PeerMessage.Restart();

    /// Long messages: more than the buffers of the operating system take.
    private static final int FLOOD = 200;

    private static final SocketLimits FLOODED =
            SocketLimits.DEFAULT.withUnsentBytes(128 * 1024).withMessagesPerSecond(100_000);

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
    void tooManyBytesCloseTheSocketThoughTheMessagesAreFew() {
        try (TestServer server = TestServer.start(SocketLimits.DEFAULT.withMessagesPerSecond(10));
                TestClient ann = server.connect()) {
            ParticipantId annId = ann.open("Ann", key(1)).self().id();

            ann.say(annId, new PeerMessage.Offer("x".repeat(50_000)));
            ann.say(annId, new PeerMessage.Offer("x".repeat(50_000)));
            ann.say(annId, new PeerMessage.Offer("x".repeat(50_000)));

            assertThat(ann.closing()).isEqualTo("1008 more than 10 messages a second");
        }
    }

    @Test
    void partsOfOneMessageCountLikeMessagesThoughTheyAreEmpty() throws Exception {
        try (TestServer server = TestServer.start(SocketLimits.DEFAULT.withMessagesPerSecond(10));
                RawClient client = RawClient.connect(server.server().port())) {
            client.begin(new byte[] {'{'});
            for (int i = 0; i < 100; i++) {
                client.goOn(new byte[0]);
            }

            assertThat(client.readToEnd())
                    .asString(StandardCharsets.UTF_8)
                    .contains("more than 10 messages a second");
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
        ServerLimits hasty =
                ServerLimits.DEFAULT
                        .with(FLOODED)
                        .with(SocketTimes.DEFAULT.withStuckAfter(Duration.ofMillis(200)));
        try (TestServer server = TestServer.start(hasty);
                TestClient ann = server.connect();
                RawClient mute = RawClient.connect(server.server().port())) {
            ann.open("Ann", key(1));
            mute.open("Mute", key(1));
            ParticipantId muteId =
                    ann.next(ServerMessage.ParticipantJoined.class).participant().id();

            flood(ann, muteId);

            assertThat(ann.next())
                    .isEqualTo(
                            new ServerMessage.ParticipantLeft(
                                    muteId, LeaveReason.LOST, Optional.empty()));
            ann.say(muteId, RESTART);
            assertThat(ann.next(ServerMessage.Failed.class).reason())
                    .isEqualTo(ErrorReason.UNKNOWN_TARGET);
        }
    }

    @Test
    void whatOneSendsTooMuchOfIsDroppedAndItsSlowReceiverGetsWhatOthersSend() throws Exception {
        try (TestServer server = TestServer.start(FLOODED);
                TestClient ann = server.connect();
                TestClient bob = server.connect();
                RawClient slow = RawClient.connect(server.server().port())) {
            ann.open("Ann", key(1));
            ParticipantId bobId = bob.open("Bob", key(1)).self().id();
            slow.open("Slow", key(1));
            bob.next(ServerMessage.ParticipantJoined.class);
            var joined = slow.readMessage();
            assertThat(joined).isInstanceOf(ServerMessage.Joined.class);
            ParticipantId slowId = ((ServerMessage.Joined) joined).self().id();

            flood(ann, slowId);
            ann.say(bobId, RESTART);
            bob.next(ServerMessage.FromPeer.class);
            bob.say(slowId, RESTART);

            int ofAnn = 0;
            while (!slow.readMessage()
                    .equals(new ServerMessage.FromPeer(bobId, RESTART, Optional.empty()))) {
                ofAnn++;
            }
            assertThat(ofAnn).isBetween(1, FLOOD - 1);
        }
    }

    private static void flood(TestClient from, ParticipantId to) {
        PeerMessage big = new PeerMessage.Offer("x".repeat(60_000));
        for (int i = 0; i < FLOOD; i++) {
            from.say(to, big);
        }
    }

    private static int closeCode(byte[] frames) {
        assertThat(frames[0] & 0xff).as("the first byte of a close frame").isEqualTo(0x88);
        return ((frames[2] & 0xff) << 8) | (frames[3] & 0xff);
    }
}
