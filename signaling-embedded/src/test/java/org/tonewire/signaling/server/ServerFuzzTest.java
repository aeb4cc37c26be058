package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.dialect.BrokenFrames;
import org.tonewire.signaling.server.limit.SocketLimits;

/// Broken messages and bytes over real sockets, in every dialect: the server survives, another room
/// is not affected, and no membership is left behind. `-Dtonewire.fuzz.socket.frames=1000000` is
/// for a long run.
final class ServerFuzzTest {
    private static final int FRAMES = Integer.getInteger("tonewire.fuzz.socket.frames", 20_000);
    private static final int SOCKETS = 16;
    private static final int BYTES_EVERY = 100;

    /// How many frames a socket sends before it is replaced. The server ignores a socket that it is
    /// closing, so a socket must not live long.
    private static final int FRAMES_PER_SOCKET = 8;

    private static final List<String> PATHS =
            List.of(
                    "/api/v1/signal",
                    "/webrtc/signaling/r/1",
                    "/webrtc/signaling/r/2",
                    "/",
                    "/any");

    private final Random random = new Random(11);
    private final BrokenFrames frames = new BrokenFrames(random);
    private final Map<Integer, RawClient> clients = new HashMap<>();

    @Test
    void brokenFramesAffectNoOtherRoom() throws IOException {
        try (HttpClient http = HttpClient.newHttpClient();
                TestServer server =
                        TestServer.start(SocketLimits.DEFAULT.withMessagesPerSecond(1_000_000));
                TextClient calm = new TextClient(http, server.ws("/webrtc/signaling/calm/page"))) {
            for (int i = 0; i < FRAMES; i++) {
                disturb(server.server().port(), random.nextInt(SOCKETS));
            }
            calm.send("{\"type\":\"offer\",\"offer\":{\"sdp\":\"v\"},\"target_peer_id\":\"page\"}");
            assertThat(calm.next()).contains("from_peer_id");
            assertThat(calm.rest()).isEmpty();
            assertThat(get(http, server, "/health")).contains("healthy");
            assertThat(get(http, server, "/metrics"))
                    .contains("reason=\"close-1007\"", "dialect=\"path\"", "dialect=\"login\"");

            for (RawClient client : clients.values()) {
                client.reset();
            }
            Waiting.until(() -> {
                String rooms = get(http, server, "/webrtc/rooms");
                return rooms.equals("{\"rooms\":[\"calm\"],\"total_rooms\":1}")
                        ? Optional.empty()
                        : Optional.of(rooms);
            });
        }
    }

    private void disturb(int port, int index) throws IOException {
        RawClient client = clients.get(index);
        if (client == null) {
            client = RawClient.connect(port, PATHS.get(random.nextInt(PATHS.size())));
            clients.put(index, client);
        }
        try {
            if (random.nextInt(BYTES_EVERY) == 0) {
                byte[] bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
                client.sendBytes(bytes);
            } else {
                client.send(frames.next().getBytes(StandardCharsets.UTF_8));
            }
            if (random.nextInt(FRAMES_PER_SOCKET) == 0) {
                client.reset();
                clients.remove(index);
            }
        } catch (IOException cutOff) {
            client.close();
            clients.remove(index);
        }
    }

    private static String get(HttpClient http, TestServer server, String path) {
        return http.sendAsync(
                        HttpRequest.newBuilder(server.http(path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .join()
                .body();
    }
}
