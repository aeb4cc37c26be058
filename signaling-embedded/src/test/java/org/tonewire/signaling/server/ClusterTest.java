package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.signaling.cluster.redis.RedisConfig;
import org.tonewire.signaling.cluster.redis.RedisServer;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.server.ServerFeatures.RoomStorage;
import org.tonewire.signaling.server.limit.ServerLimits;

/// Two servers that share a real Redis, and clients of every family at both.
@Tag("linux")
final class ClusterTest {
    private static final AccessKey KEY = TestServer.key(1);

    private final RedisServer redis = RedisServer.start();
    private final TestServer one = start("one");
    private final TestServer two = start("two");

    @AfterEach
    void close() {
        one.server().close();
        two.server().close();
        redis.close();
        Waiting.untilNoServerThreadLives();
    }

    private TestServer start(String id) {
        return TestServer.start(features(id));
    }

    private ServerFeatures features(String id) {
        RedisConfig config =
                new RedisConfig(redis.address(), RedisConfig.DEFAULT_PREFIX, Optional.of(id));
        return ServerFeatures.NONE.with(new RoomStorage(Optional.empty(), Optional.of(config)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void theTranscriptsOfTheProtocolHoldOverTwoServers(int index) {
        play(ProtocolTranscriptsTest.transcripts().get(index));
    }

    @Test
    void pathClientsAtTwoServersReachEachOther() {
        play(
                """
                ann1 opens /webrtc/signaling/demo/ann
                max1 opens /
                max1 → {"type":"register","client_id":"max","room_id":"demo"}
                ann1 ← {"type":"peer_joined","peer_id":"max"}
                max1 ← {"type":"registered","client_id":"max","room_id":"demo","peers":["ann"]}
                bob2 opens /webrtc/signaling/demo/bob
                ann1 ← {"type":"peer_joined","peer_id":"bob"}
                max1 ← {"type":"peer_joined","client_id":"bob","client_type":"unknown"}
                bob2 ← {"type":"existing_peers","peers":["ann","max"]}
                bob2 → {"type":"offer","offer":{"type":"offer","sdp":"v=0"},"target_peer_id":"ann"}
                ann1 ← {"type":"offer","offer":{"type":"offer","sdp":"v=0"},"from_peer_id":"bob"}
                ann1 → {"type":"answer","answer":{"type":"answer","sdp":"v=0"},"target_peer_id":"bob"}
                bob2 ← {"type":"answer","answer":{"type":"answer","sdp":"v=0"},"from_peer_id":"ann"}
                bob2 → {"type":"ice_candidate","candidate":{"candidate":"c","sdpMLineIndex":0,"sdpMid":"0"},"target_peer_id":"ann"}
                ann1 ← {"type":"ice_candidate","candidate":{"candidate":"c","sdpMLineIndex":0,"sdpMid":"0"},"from_peer_id":"bob"}
                new1 opens /webrtc/signaling/demo/bob
                bob2 is closed 4001 replaced by a newer connection
                ann1 ← {"type":"peer_joined","peer_id":"bob"}
                max1 ← {"type":"peer_joined","client_id":"bob","client_type":"unknown"}
                new1 ← {"type":"existing_peers","peers":["ann","max"]}
                new1 leaves
                ann1 ← {"type":"peer_left","peer_id":"bob"}
                max1 ← {"type":"peer_left","client_id":"bob"}
                """);
    }

    @Test
    void envelopeClientsAtTwoServersReachEachOther() {
        play(
                """
                ann1 opens /?room=a
                ann1 → {"type":"CONFIRM_ID","payload":{"name":"Ann"}}
                ann1 ← {"type":"CONFIRM_ID","payload":{"user":{"id":"100000000000001","name":"Ann"}}}
                max1 opens /
                max1 → {"type":"register","client_id":"max","room_id":"a"}
                max1 ← {"type":"registered","client_id":"max","room_id":"a","peers":[]}
                ann1 ← {"type":"JOIN","payload":{"user":{"id":"max","name":"max"}}}
                bob2 opens /?room=a
                bob2 → {"type":"CONFIRM_ID","payload":{"name":"Bob"}}
                bob2 ← {"type":"CONFIRM_ID","payload":{"user":{"id":"100000000000002","name":"Bob"}}}
                eve2 opens /
                eve2 → {"type":"register","client_id":"eve","room_id":"a"}
                eve2 ← {"type":"registered","client_id":"eve","room_id":"a","peers":["max"]}
                max1 ← {"type":"peer_joined","client_id":"eve","client_type":"unknown"}
                ann1 ← {"type":"JOIN","payload":{"user":{"id":"eve","name":"eve"}}}
                bob2 ← {"type":"JOIN","payload":{"user":{"id":"eve","name":"eve"}}}
                ann1 → {"type":"OFFER","payload":{"sdp":"v=0"}}
                bob2 ← {"type":"OFFER","payload":{"user":{"id":"100000000000001","name":"Ann"},"sdp":"v=0"}}
                max1 ← {"type":"offer","sender_id":"100000000000001","sdp":{"type":"offer","sdp":"v=0"}}
                eve2 ← {"type":"offer","sender_id":"100000000000001","sdp":{"type":"offer","sdp":"v=0"}}
                bob2 → {"type":"ANSWER","payload":{"sdp":"v=0"},"target":{"id":"100000000000001","name":"x"}}
                ann1 ← {"type":"ANSWER","payload":{"user":{"id":"100000000000002","name":"Bob"},"sdp":"v=0"}}
                """);
    }

    @Test
    void aNativeRoomIsOneRoomAtTwoServers() {
        try (TestClient ann = one.connect();
                TestClient bob = two.connect();
                TestClient eve = two.connect()) {
            ParticipantId annId = ann.open("Ann", KEY).self().id();
            ServerMessage.Joined joined = bob.join("Bob", KEY).next(ServerMessage.Joined.class);
            assertThat(joined.participants()).extracting(it -> it.id()).containsExactly(annId);
            ParticipantId bobId = joined.self().id();
            assertThat(ann.next(ServerMessage.ParticipantJoined.class).participant().id())
                    .isEqualTo(bobId);
            ann.say(bobId, new PeerMessage.Restart());
            assertThat(bob.next(ServerMessage.FromPeer.class).from()).isEqualTo(annId);
            bob.say(annId, new PeerMessage.Offer("v=0"));
            assertThat(ann.next(ServerMessage.FromPeer.class).message())
                    .isEqualTo(new PeerMessage.Offer("v=0"));
            eve.join("Eve", TestServer.key(2));
            assertThat(eve.next(ServerMessage.Refused.class).reason())
                    .isEqualTo(RefusalReason.WRONG_KEY);
        }
    }

    @Test
    void aLostClientResumesAtTheOtherServer() {
        try (TestClient ann = one.connect();
                TestClient bob = two.connect();
                TestClient again = one.connect().as(bob)) {
            ParticipantId annId = ann.open("Ann", KEY).self().id();
            ParticipantId bobId = bob.join("Bob", KEY).next(ServerMessage.Joined.class).self().id();
            ann.next(ServerMessage.ParticipantJoined.class);
            bob.breakOff();
            two.awaitSockets(0);
            ann.say(bobId, new PeerMessage.Restart());
            ServerMessage.Joined joined = again.join("Bob", KEY).next(ServerMessage.Joined.class);

            assertThat(joined.self().id()).isEqualTo(bobId);
            assertThat(joined.resumption().resumed()).isTrue();
            assertThat(again.next(ServerMessage.FromPeer.class).from()).isEqualTo(annId);
        }
    }

    @Test
    void whatAServerEndsInOrderGoesOnAtTheOther() {
        try (TestClient ann = one.connect();
                TestClient bob = two.connect();
                TestClient again = two.connect().as(ann)) {
            ParticipantId annId = ann.open("Ann", KEY).self().id();
            bob.join("Bob", KEY).next(ServerMessage.Joined.class);
            one.server().close();
            ServerMessage.Joined joined = again.join("Ann", KEY).next(ServerMessage.Joined.class);

            assertThat(joined.self().id()).isEqualTo(annId);
            assertThat(joined.resumption().resumed()).isTrue();
            again.send(new ClientMessage.Leave(Optional.empty()));
            ServerMessage.ParticipantLeft left = bob.next(ServerMessage.ParticipantLeft.class);
            assertThat(left.id()).isEqualTo(annId);
            assertThat(left.reason()).isEqualTo(LeaveReason.LEFT);
        }
    }

    @Test
    void aRedisThatLostEverythingGetsItAgain() {
        try (TestClient ann = one.connect();
                TestClient bob = two.connect();
                TestClient eve = two.connect()) {
            ParticipantId annId = ann.open("Ann", KEY).self().id();
            ParticipantId bobId = bob.join("Bob", KEY).next(ServerMessage.Joined.class).self().id();
            ann.next(ServerMessage.ParticipantJoined.class);
            redis.restartEmpty();
            one.awaitMetric("tonewire_cluster_nodes 2.0");
            two.awaitMetric("tonewire_cluster_nodes 2.0");
            ServerMessage.Joined joined = eve.join("Eve", KEY).next(ServerMessage.Joined.class);

            assertThat(joined.participants())
                    .extracting(it -> it.id())
                    .containsExactlyInAnyOrder(annId, bobId);
            assertThat(ann.next(ServerMessage.ParticipantJoined.class).participant().id())
                    .isEqualTo(joined.self().id());
            assertThat(bob.next(ServerMessage.ParticipantJoined.class).participant().id())
                    .isEqualTo(joined.self().id());
        }
    }

    @Test
    void bothServersListTheRoomsOfBoth() {
        try (HttpClient http = HttpClient.newHttpClient();
                TextClient ann = new TextClient(http, one.ws("/webrtc/signaling/first/ann"));
                TextClient bob = new TextClient(http, two.ws("/webrtc/signaling/second/bob"))) {
            for (TestServer server : List.of(one, two)) {
                awaitBody(http, server, "/webrtc/rooms/first/peers", "[\"ann\"]");
                awaitBody(http, server, "/webrtc/rooms/second/peers", "[\"bob\"]");
            }
            ann.leave();
            awaitBody(http, two, "/webrtc/rooms", "{\"rooms\":[\"second\"],");
            awaitBody(http, two, "/health", "\"status\":\"healthy\",\"cluster\":{\"nodes\":2,");
            assertThat(bob.rest()).isEmpty();
        }
    }

    @Test
    void strangersOnTheChannelsAreDroppedAndCounted() {
        String channel = redis.command("PUBSUB", "CHANNELS", "{tonewire}:*").getFirst();
        var _ = redis.command("PUBLISH", channel, "hello");
        String stranger = "{\"v\":1,\"node\":7,\"number\":1,\"type\":\"effects\",\"effects\":[]}";
        var _ = redis.command("PUBLISH", channel, stranger);
        Waiting.until(() -> {
            String all = metrics(one) + metrics(two);
            return all.contains("tonewire_cluster_dropped 2.0")
                    ? Optional.empty()
                    : Optional.of(all);
        });
    }

    @Test
    void aSecondServerOfTheSameIdDoesNotStart() {
        StartOutcome outcome =
                SignalingServer.start(
                        TestServer.config(ServerLimits.DEFAULT).with(features("one")));
        assertThat(outcome)
                .isEqualTo(new StartOutcome.Failed(StartOutcome.Reason.NODE_ID_TAKEN, "one"));
    }

    @Test
    void whoOffersByHttpIsInTheRoomAtBothServers() {
        MemoryLinks links = new MemoryLinks();
        TestServer three = TestServer.start(features("three").with(links));
        try (SignalingServer _ = three.server();
                HttpClient http = HttpClient.newHttpClient();
                TextClient page = new TextClient(http, one.ws("/webrtc/signaling/r/page"))) {
            awaitBody(http, three, "/webrtc/rooms/r/peers", "[\"page\"]");
            HttpRequest offer =
                    HttpRequest.newBuilder(three.http("/offer"))
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"room\":\"r\",\"peer_id\":\"ann\",\"offer\":"
                                                    + "{\"sdp\":\"a\",\"type\":\"offer\"}}"))
                            .build();
            var _ = http.sendAsync(offer, HttpResponse.BodyHandlers.ofString()).join();

            assertThat(page.next()).isEqualTo("{\"type\":\"peer_joined\",\"peer_id\":\"ann\"}");
            links.link(0).fail();
            assertThat(page.next()).isEqualTo("{\"type\":\"peer_left\",\"peer_id\":\"ann\"}");
        }
    }

    private static String metrics(TestServer server) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return body(http, server, "/metrics");
        }
    }

    private static void awaitBody(HttpClient http, TestServer server, String path, String wanted) {
        Waiting.until(() -> {
            String body = body(http, server, path);
            return body.contains(wanted) ? Optional.empty() : Optional.of(path + ": " + body);
        });
    }

    private static String body(HttpClient http, TestServer server, String path) {
        HttpRequest request = HttpRequest.newBuilder(server.http(path)).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join().body();
    }

    private void play(String text) {
        try (Transcript transcript = new Transcript(one, two)) {
            var _ = transcript.play(text);
        }
    }
}
