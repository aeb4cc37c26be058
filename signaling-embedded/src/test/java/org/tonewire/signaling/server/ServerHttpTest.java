package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.server.TestServer.key;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.Visibility;

/// The responses to browsers and monitors.
final class ServerHttpTest {
    private final TestServer server = TestServer.start();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    @Test
    void healthIsReported() {
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"healthy\"}");
        assertThat(get("/health?verbose").statusCode()).isEqualTo(200);
    }

    @Test
    void aCallerOnThisMachineSeesAllRooms() {
        try (TestClient ann = server.connect()) {
            ann.open("Ann", key(1));

            assertThat(get("/api/v1/rooms").body())
                    .isEqualTo(
                            "{\"rooms\":[{\"name\":\"studio\",\"participants\":1}],\"total\":1}");
        }
    }

    @Test
    void aCallerBehindAProxySeesListedRoomsOnly() {
        server.server().openRoom(new RoomName("public"), key(2), Visibility.LISTED);
        try (TestClient ann = server.connect()) {
            ann.open("Ann", key(1));

            String body =
                    send(request("/api/v1/rooms").header("X-Forwarded-For", "192.0.2.1")).body();

            assertThat(body)
                    .isEqualTo(
                            "{\"rooms\":[{\"name\":\"public\",\"participants\":0}],\"total\":1}");
        }
    }

    @Test
    void aRoomPageNamesTheRoomAndMayLoadNothing() {
        HttpResponse<String> page = get("/r/Jazz%20%C3%BCber-1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Jazz über-1").doesNotContain("<script", "src=", "http");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(get("/").body()).contains("Tonewire");
    }

    @Test
    void everythingElseIsNotFound() {
        for (String path : new String[] {"/r/", "/r/%3Cscript%3E", "/r/a/b"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("{\"error\":\"not-found\"}");
        }
        for (String path :
                new String[] {"/x", "/%2e%2e", "/api/v2", "/r/..%2f..%2fetc", "/health/x"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("etc");
        }
    }

    @Test
    void oneRoomIsShownWithItsMembersToThoseWhoMaySeeIt() {
        try (TestClient ann = server.connect()) {
            String id = ann.open("Ann", key(1)).self().id().value();

            assertThat(get("/api/v1/rooms/studio").body())
                    .isEqualTo("{\"name\":\"studio\",\"participants\":1,\"ids\":[\"" + id + "\"]}");
            assertThat(send(request("/api/v1/rooms/studio").header("Via", "x")).statusCode())
                    .isEqualTo(404);
        }
        assertThat(get("/api/v1/rooms/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void otherMethodsAreNotAllowed() {
        var post = request("/health").POST(HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(send(post).statusCode()).isEqualTo(405);
    }

    @Test
    void theSignalPathRequiresAWebSocket() {
        assertThat(get("/api/v1/signal").statusCode()).isEqualTo(426);
    }

    private HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = server.http(path);
        return HttpRequest.newBuilder(uri);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
    }
}
