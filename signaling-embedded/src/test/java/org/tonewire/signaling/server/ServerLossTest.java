package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.server.TestServer.key;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketLimits;
import org.tonewire.signaling.server.limit.SocketTimes;

/// Broken connections, resumed memberships, and the end of the server.
final class ServerLossTest {
    private static final PeerMessage RESTART = new PeerMessage.Restart();

    @Test
    void aBrokenConnectionIsResumedUnnoticedByTheOthers() {
        try (TestServer server = TestServer.start();
                TestClient ann = server.connect();
                TestClient bob = server.connect();
                TestClient bobAgain = server.connect()) {
            ParticipantId annId = ann.open("Ann", key(1)).self().id();
            var bobJoined = bob.open("Bob", key(1));
            ParticipantId bobId = bobJoined.self().id();
            ann.next(ServerMessage.ParticipantJoined.class);

            bob.breakOff();
            server.awaitSockets(2);
            ann.say(bobId, RESTART);
            bobAgain.as(bob).join("Bob", key(1));

            var resumed = bobAgain.next(ServerMessage.Joined.class);
            assertThat(resumed.resumption().resumed()).isTrue();
            assertThat(resumed.self()).isEqualTo(bobJoined.self());
            assertThat(bobAgain.next())
                    .isEqualTo(new ServerMessage.FromPeer(annId, RESTART, Optional.empty()));
            bobAgain.say(annId, RESTART);
            assertThat(ann.next())
                    .isEqualTo(new ServerMessage.FromPeer(bobId, RESTART, Optional.empty()));
        }
    }

    @Test
    void aMembershipThatIsNotResumedEnds() {
        try (TestServer server = TestServer.start(RoomLimits.DEFAULT.withGraceSeconds(1));
                TestClient ann = server.connect();
                TestClient bob = server.connect();
                TestClient bobAgain = server.connect()) {
            ann.open("Ann", key(1));
            var bobJoined = bob.open("Bob", key(1));
            ann.next(ServerMessage.ParticipantJoined.class);

            bob.breakOff();

            assertThat(ann.next())
                    .isEqualTo(
                            new ServerMessage.ParticipantLeft(
                                    bobJoined.self().id(), LeaveReason.LOST, Optional.empty()));
            bobAgain.as(bob).join("Bob", key(1));
            assertThat(bobAgain.next(ServerMessage.Joined.class).resumption().resumed()).isFalse();
        }
    }

    @Test
    void theNewerConnectionReplacesTheOlder() {
        try (TestServer server = TestServer.start();
                TestClient ann = server.connect();
                TestClient bob = server.connect();
                TestClient bobAgain = server.connect()) {
            ParticipantId annId = ann.open("Ann", key(1)).self().id();
            var bobJoined = bob.open("Bob", key(1));
            ann.next(ServerMessage.ParticipantJoined.class);

            bobAgain.as(bob).join("Bob", key(1));

            assertThat(bob.closing()).isEqualTo("4001 replaced by a newer connection");
            bobAgain.next(ServerMessage.Joined.class);
            bobAgain.say(annId, RESTART);
            assertThat(ann.next())
                    .isEqualTo(
                            new ServerMessage.FromPeer(
                                    bobJoined.self().id(), RESTART, Optional.empty()));
        }
    }

    @Test
    void aSilentConnectionCountsAsLost() throws Exception {
        ServerLimits hasty =
                new ServerLimits(
                        RoomLimits.DEFAULT.withGraceSeconds(1),
                        SocketLimits.DEFAULT,
                        SocketTimes.DEFAULT.withSilence(
                                Duration.ofMillis(200), Duration.ofSeconds(3)));
        try (TestServer server = TestServer.start(hasty);
                TestClient ann = server.connect();
                RawClient mute = RawClient.connect(server.server().port())) {
            ann.open("Ann", key(1));
            mute.open("Mute", key(1));
            ParticipantId muteId =
                    ann.next(ServerMessage.ParticipantJoined.class).participant().id();

            mute.assertEndOfStream();

            assertThat(ann.next())
                    .isEqualTo(
                            new ServerMessage.ParticipantLeft(
                                    muteId, LeaveReason.LOST, Optional.empty()));
        }
    }

    @Test
    void aClosingServerInformsItsClientsAndEndsItsThreads() {
        TestServer server = TestServer.start();
        try (TestClient ann = server.connect()) {
            ann.open("Ann", key(1));

            server.close();
            server.close();

            assertThat(ann.next(ServerMessage.Refused.class).reason())
                    .isEqualTo(RefusalReason.SERVER_CLOSING);
            assertThat(ann.closing()).isEqualTo("1001 server-closing");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/webrtc/signaling/r/ann|",
                "/|{\"type\":\"CONFIRM_ID\",\"payload\":{\"name\":\"Ann\"}}",
                "/|{\"type\":\"register\",\"client_id\":\"ann\"}",
                "/|{\"action\":\"login\",\"data\":\"ann\"}"
            })
    void aClosingServerInformsEveryFamily(String path, @Nullable String hello) {
        TestServer server = TestServer.start();
        try (HttpClient http = HttpClient.newHttpClient();
                TextClient ann = new TextClient(http, server.ws(path))) {
            if (hello != null) {
                ann.send(hello);
            }

            server.close();

            assertThat(ann.closing()).isEqualTo("1001 server-closing");
        }
    }
}
