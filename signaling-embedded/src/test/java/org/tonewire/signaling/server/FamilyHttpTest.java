package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.WebOrigin;
import org.tonewire.signaling.server.http.Access;

/// The HTTP requests of other client families, and who is admitted.
final class FamilyHttpTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void roomsAndPeersAreListedToAnyPage() {
        try (TestServer server = TestServer.start();
                TextClient ann = open(server, "/webrtc/signaling/my%20room/ann");
                TextClient bob = open(server, "/webrtc/signaling/my%20room/bob");
                TestClient own = server.connect()) {
            own.open("Own", TestServer.key(1));
            assertThat(ann.next()).contains("peer_joined");
            assertThat(bob.next()).contains("existing_peers");

            HttpResponse<String> rooms = get(server, "/webrtc/rooms");

            assertThat(rooms.body()).isEqualTo("{\"rooms\":[\"my room\"],\"total_rooms\":1}");
            assertThat(rooms.headers().firstValue("access-control-allow-origin")).contains("*");
            assertThat(get(server, "/webrtc/rooms/my%20room/peers").body())
                    .isEqualTo("{\"peers\":[\"ann\",\"bob\"],\"total_peers\":2}");
            assertThat(get(server, "/webrtc/rooms/studio/peers").body())
                    .isEqualTo("{\"peers\":[],\"total_peers\":0}");
        }
    }

    @Test
    void anUnknownPathIsAnsweredAsTheFamilyExpects() {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> below = get(server, "/webrtc/nothing");
            HttpResponse<String> elsewhere = get(server, "/nothing");

            assertThat(below.statusCode()).isEqualTo(404);
            assertThat(below.body()).isEqualTo("{\"detail\":\"Not Found\"}");
            assertThat(elsewhere.statusCode()).isEqualTo(404);
            assertThat(elsewhere.body())
                    .isEqualTo("{\"detail\":\"Not Found\",\"error\":\"Endpoint not found\"}");
            assertThat(get(server, "/webrtc/signaling/r/ann").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theClientPageRunsItsOwnScriptOnly() {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> page = get(server, "/webrtc/client");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("signaling/").doesNotContain("%SCRIPT%");
            assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'sha256-")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void theClientPageWorksBelowThePathOfAProxy() {
        try (TestServer server = TestServer.start()) {
            assertThat(get(server, "/webrtc/client").body())
                    .doesNotContain("/webrtc/", "location.host");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusalReason.class,
            names = {"VERSION_MISMATCH", "NAME_INVALID", "IDENTITY_INVALID"},
            mode = EnumSource.Mode.EXCLUDE)
    void theClientPageExplainsWhyARoomRefuses(RefusalReason reason) {
        try (TestServer server = TestServer.start()) {
            assertThat(get(server, "/webrtc/client").body())
                    .contains("'" + reason.wireName() + "': '");
        }
    }

    @Test
    void aPageOfTheEnvelopeFamilyGetsTheAddressOfItsSocket() {
        try (TestServer server = TestServer.start()) {
            assertThat(get(server, "/config").body())
                    .isEqualTo(
                            "{\"websocket_host\":\"ws://127.0.0.1:"
                                    + server.server().port()
                                    + "\"}");
        }
    }

    @Test
    void aRoomTokenIsRequiredOfAllClientsWithoutAKey() {
        Access access = new Access(Optional.of("secret"), Set.of());
        try (TestServer server = TestServer.start(ServerFeatures.NONE.with(access));
                TextClient ann = open(server, "/webrtc/signaling/r/ann?token=secret");
                TestClient own = server.connect()) {
            own.open("Own", TestServer.key(1));
            ann.send("{\"type\":\"dance\"}");

            assertThat(status(server, "/webrtc/signaling/r/bob")).isEqualTo(401);
            assertThat(status(server, "/?token=wrong")).isEqualTo(401);
            assertThat(get(server, "/webrtc/rooms").statusCode()).isEqualTo(401);
            assertThat(get(server, "/webrtc/rooms?token=secret").body()).contains("\"r\"");
        }
    }

    @Test
    void pagesOfOtherOriginsAreRefusedWhereOriginsAreSet() {
        Access access = new Access(Optional.empty(), Set.of(new WebOrigin("https://good.example")));
        try (TestServer server = TestServer.start(ServerFeatures.NONE.with(access))) {
            assertThat(status(server, "/", "Origin", "https://evil.example")).isEqualTo(403);
            assertThat(status(server, "/", "Origin", "https://good.example")).isEqualTo(101);
            assertThat(status(server, "/")).isEqualTo(101);
            assertThat(get(server, "/webrtc/rooms").headers().map())
                    .doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void metricsCountMessagesByFamilyAndType() {
        try (TestServer server = TestServer.start();
                TextClient ann = open(server, "/")) {
            ann.send("{\"type\":\"register\",\"client_id\":\"ann\"}");
            assertThat(ann.next()).contains("registered");
            ann.send("{\"type\":\"offer\",\"target_id\":\"ann\",\"sdp\":\"v=0\"}");
            assertThat(ann.next()).contains("sender_id");
            ann.send("{\"type\":\"dance\"}");
            assertThat(ann.next()).contains("error");

            assertThat(get(server, "/metrics").body())
                    .contains(
                            "tonewire_messages_total{dialect=\"register\",type=\"offer\"} 1.0",
                            "tonewire_refusals_total{reason=\"not-understood\"} 1.0",
                            "tonewire_rooms 1.0",
                            "tonewire_relay_seconds_count 1")
                    .doesNotContain("ann");
        }
    }

    private TextClient open(TestServer server, String path) {
        return new TextClient(http, server.ws(path));
    }

    private HttpResponse<String> get(TestServer server, String path) {
        HttpRequest request = HttpRequest.newBuilder(server.http(path)).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    /// The response to a WebSocket handshake at this path.
    private static int status(TestServer server, String path, String... headers) {
        return RawClient.handshake(server.server().port(), path, headers);
    }
}
