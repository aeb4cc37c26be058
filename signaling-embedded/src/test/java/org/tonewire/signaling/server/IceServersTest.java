package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.server.TestServer.key;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.WebOrigin;
import org.tonewire.signaling.protocol.ice.IceAddress;
import org.tonewire.signaling.protocol.ice.IceService;
import org.tonewire.signaling.protocol.ice.NamedIceServer;
import org.tonewire.signaling.protocol.ice.TurnSecret;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.limit.ServerLimits;

/// A server that names STUN and TURN servers.
final class IceServersTest {
    private static final String SECRET = "north star";
    private static final String PATH = "/api/v1/ice-servers";

    @Test
    void membersGetALoginOfTheirOwnAfterTheirProofAndOthersGetNone() {
        try (TestServer server = TestServer.start(naming(Access.OPEN));
                TestClient ann = server.connect();
                TestClient bob = server.connect();
                TestClient eve = server.connect()) {
            ServerMessage.Joined joined = ann.open("Ann", key(1));
            NamedIceServer.Login login = login(joined.iceServers());
            assertThat(login.username()).endsWith(":" + joined.self().id().value());
            assertThat(login(bob.join("Bob", key(1)).next(ServerMessage.Joined.class).iceServers()))
                    .isNotEqualTo(login);
            assertThat(eve.join("Eve", key(2)).next())
                    .isInstanceOf(ServerMessage.Refused.class)
                    .asString()
                    .doesNotContain("turn");
        }
    }

    @Test
    void theLoginOfAPageIsThatOfTheSecretAndHoldsFromNowOn() {
        try (TestServer server = TestServer.start(naming(Access.OPEN))) {
            HttpResponse<String> answer = get(server, PATH);
            String body = answer.body();
            String username = body.replaceAll(".*\"username\":\"([^\"]+)\".*", "$1");
            long until = Long.parseLong(username.substring(0, username.indexOf(':')));
            String id = username.substring(username.indexOf(':') + 1);
            String credential =
                    TurnSecret.parse(SECRET)
                            .orElseThrow()
                            .login(id, Instant.ofEpochSecond(until))
                            .credential();
            assertThat(body)
                    .isEqualTo(
                            "{\"iceServers\":[{\"urls\":[\"turn:a.example:3478\"],\"username\":\""
                                    + username
                                    + "\",\"credential\":\""
                                    + credential
                                    + "\"}],\"lifetimeSeconds\":3600}");
            assertThat(Instant.ofEpochSecond(until))
                    .isBetween(Instant.now(), Instant.now().plusSeconds(3601));
            assertThat(answer.headers().map())
                    .containsEntry("access-control-allow-origin", List.of("*"))
                    .containsEntry("cache-control", List.of("no-store"));
        }
    }

    @Test
    void pagesNeedTheTokenAndAnAllowedOrigin() {
        Access access =
                new Access(Optional.of("t0ken"), Set.of(new WebOrigin("https://good.example")));
        try (TestServer server = TestServer.start(naming(access))) {
            assertThat(get(server, PATH).statusCode()).isEqualTo(401);
            assertThat(get(server, PATH + "?token=wrong").body()).doesNotContain("turn");
            assertThat(get(server, PATH + "?token=t0ken").body()).contains("turn:a.example");
            HttpResponse<String> evil =
                    get(server, PATH + "?token=t0ken", "Origin", "https://evil.example");
            assertThat(evil.statusCode()).isEqualTo(403);
            assertThat(evil.body()).doesNotContain("turn");
            assertThat(
                            get(server, PATH + "?token=t0ken", "Origin", "https://good.example")
                                    .headers()
                                    .map())
                    .containsEntry("access-control-allow-origin", List.of("https://good.example"));
        }
    }

    /// A native client needs no token for rooms with a key, at the same path.
    @Test
    void aNativeClientNeedsTheTokenForARoomWithoutAKey() {
        Access access = new Access(Optional.of("t0ken"), Set.of());
        ClientMessage enter =
                new ClientMessage.Enter(new RoomName("default"), new ParticipantName("Eve"));
        try (TestServer server = TestServer.start(naming(access));
                TestClient eve = server.connect();
                TestClient ann = TestClient.connect(server.ws("/api/v1/signal?token=t0ken"))) {
            eve.hello();
            assertThat(eve.send(enter).next(ServerMessage.Refused.class).reason())
                    .isEqualTo(RefusalReason.TOKEN_REFUSED);
            ann.hello();
            assertThat(ann.send(enter).next(ServerMessage.Joined.class).iceServers()).hasSize(1);
        }
    }

    @Test
    void withoutServersPagesGetAnEmptyList() {
        try (TestServer server = TestServer.start()) {
            assertThat(get(server, PATH).body()).isEqualTo("{\"iceServers\":[]}");
        }
    }

    @Test
    void whoIsInsideIsToldWhenTheServersChange() {
        try (TestServer server = TestServer.start();
                TestClient ann = server.connect()) {
            assertThat(ann.open("Ann", key(1)).iceServers()).isEmpty();

            assertThat(
                            server.server()
                                    .reload(
                                            TestServer.config(ServerLimits.DEFAULT)
                                                    .with(naming(Access.OPEN))))
                    .isEmpty();

            assertThat(login(ann.next(ServerMessage.IceServers.class).servers()).username())
                    .contains(":");
            assertThat(get(server, PATH).body()).contains("turn:a.example");
        }
    }

    @Test
    void theSecretIsInNoFigures() {
        try (TestServer server = TestServer.start(naming(Access.OPEN));
                TestClient ann = server.connect()) {
            ann.open("Ann", key(1));
            assertThat(get(server, "/metrics").body()).doesNotContain("north", "a.example");
            assertThat(naming(Access.OPEN)).asString().doesNotContain("north");
        }
    }

    private static NamedIceServer.Login login(List<NamedIceServer> servers) {
        assertThat(servers).hasSize(1);
        return servers.getFirst().login().orElseThrow();
    }

    private static ServerFeatures naming(Access access) {
        return ServerFeatures.NONE
                .with(access)
                .with(
                        new IceService(
                                List.of(
                                        (IceAddress.Parsed)
                                                IceAddress.parse("turn:a.example:3478")),
                                TurnSecret.parse(SECRET),
                                Duration.ofHours(1)));
    }

    private static HttpResponse<String> get(TestServer server, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.http(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
        }
    }
}
