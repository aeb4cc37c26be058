package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketLimits;
import org.tonewire.signaling.server.limit.SocketTimes;

/// Many clients at once, and many clients that misbehave. The suite opens 1,000 idle sockets;
/// `-Dtonewire.idle.sockets=10000` is for a long run.
final class ServerStressTest {
    private static final int ROOMS = 200;
    private static final int PEERS = 4;
    private static final int IDLE = Integer.getInteger("tonewire.idle.sockets", 1000);
    private static final byte[] OFFER =
            ("{\"type\":\"offer\",\"offer\":{\"type\":\"offer\",\"sdp\":\""
                            + "x".repeat(1400)
                            + "\"},\"target_peer_id\":\"0\"}")
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<RawClient> clients = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        http.close();
    }

    @Test
    void eightHundredResetsDuringRelayingDelayNobody() throws Exception {
        try (TestServer server = TestServer.start();
                TextClient page = new TextClient(http, server.ws("/webrtc/signaling/calm/page"))) {
            for (int i = 0; i < ROOMS * PEERS; i++) {
                clients.add(raw(server, "/webrtc/signaling/r" + i / PEERS + "/" + i % PEERS));
            }
            for (RawClient client : clients) {
                client.send(OFFER);
            }
            for (RawClient client : clients) {
                client.send(OFFER);
                client.reset();
            }

            assertThat(get(server, "/health", Waiting.LIMIT).statusCode()).isEqualTo(200);
            Waiting.until(() -> onlyCalmIsLeft(server));
            page.send("{\"type\":\"offer\",\"offer\":{\"sdp\":\"v\"},\"target_peer_id\":\"page\"}");
            assertThat(page.next()).contains("from_peer_id");
        }
    }

    @Test
    void idleSocketsDisturbNobody() throws Exception {
        try (TestServer server = TestServer.start()) {
            for (int i = 0; i < IDLE; i++) {
                clients.add(raw(server, "/"));
            }
            try (TextClient page = new TextClient(http, server.ws("/webrtc/signaling/r/page"))) {
                page.send(
                        "{\"type\":\"offer\",\"offer\":{\"sdp\":\"v\"},\"target_peer_id\":\"page\"}");
                assertThat(page.next()).contains("from_peer_id");
            }
            assertThat(get(server, "/metrics", Waiting.LIMIT).body()).contains("tonewire_sockets");
        }
    }

    @Test
    void halfOpenConnectionsAreClosedWhenTheirTimeIsUp() throws Exception {
        SocketTimes hasty = SocketTimes.DEFAULT.withJoinDeadline(Duration.ofMillis(200));
        try (TestServer server = TestServer.start(hasty)) {
            int port = server.server().port();
            RawClient silent = RawClient.halfOpen(port, "");
            RawClient halfway = RawClient.halfOpen(port, "GET / HTTP/1.1\r\nHost: x\r\nUpgr");
            clients.addAll(List.of(silent, halfway));

            silent.assertEndOfStream();
            halfway.assertEndOfStream();
        }
    }

    @Test
    void aFloodFromOneSocketEndsItAlone() throws Exception {
        try (TestServer server = TestServer.start(SocketLimits.DEFAULT.withMessagesPerSecond(20));
                TextClient page = new TextClient(http, server.ws("/webrtc/signaling/r/page"))) {
            RawClient flood = raw(server, "/webrtc/signaling/r/flood");
            clients.add(flood);
            assertThat(page.next()).contains("peer_joined");
            flood(flood);

            assertThat(page.next()).isEqualTo("{\"type\":\"peer_left\",\"peer_id\":\"flood\"}");
        }
    }

    @Test
    void aReceiverThatNeverReadsLeavesItsRoom() throws Exception {
        ServerLimits hasty =
                ServerLimits.DEFAULT
                        .with(
                                SocketLimits.DEFAULT
                                        .withUnsentBytes(128 * 1024)
                                        .withMessagesPerSecond(100_000))
                        .with(SocketTimes.DEFAULT.withStuckAfter(Duration.ofMillis(200)));
        String offer =
                "{\"type\":\"offer\",\"offer\":{\"sdp\":\"%s\"},\"target_peer_id\":\"mute\"}"
                        .formatted("x".repeat(60_000));
        try (TestServer server = TestServer.start(hasty);
                TextClient page = new TextClient(http, server.ws("/webrtc/signaling/r/page"))) {
            clients.add(raw(server, "/webrtc/signaling/r/mute"));
            assertThat(page.next()).contains("peer_joined");

            for (int i = 0; i < 400; i++) {
                page.send(offer);
            }

            assertThat(page.next()).isEqualTo("{\"type\":\"peer_left\",\"peer_id\":\"mute\"}");
        }
    }

    private static void flood(RawClient client) {
        try {
            for (int i = 0; i < 2000; i++) {
                client.send(OFFER);
            }
        } catch (IOException _) {
            assertThat(client).as("cut off, as it should be").isNotNull();
        }
    }

    private static RawClient raw(TestServer server, String path) throws IOException {
        return RawClient.connect(server.server().port(), path);
    }

    private Optional<String> onlyCalmIsLeft(TestServer server) {
        String rooms = get(server, "/webrtc/rooms", Waiting.LIMIT).body();
        return rooms.equals("{\"rooms\":[\"calm\"],\"total_rooms\":1}")
                ? Optional.empty()
                : Optional.of(rooms);
    }

    private HttpResponse<String> get(TestServer server, String path, Duration limit) {
        HttpRequest request = HttpRequest.newBuilder(server.http(path)).timeout(limit).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }
}
