package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.extend.MessageTap;

/// Clients that offer by HTTP, with connections within this process instead of WebRTC.
final class OfferEndpointsTest {
    private static final String OK = "200 {\"status\":\"ok\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final MemoryLinks links = new MemoryLinks();
    private final List<String> tapped = new CopyOnWriteArrayList<>();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void textsAreRelayedVerbatimToTheOthersOfTheRoomOnly() {
        try (TestServer server = start()) {
            assertThat(offer(server, "r", "ann", "a"))
                    .isEqualTo("200 {\"answer\":{\"sdp\":\"answer to a\",\"type\":\"answer\"}}");
            offer(server, "r", "bob", "b");
            offer(server, "other", "eve", "e");

            assertThat(get(server, "/rooms"))
                    .isEqualTo(
                            "200 {\"r\":{\"peer_count\":2,\"peers\":[\"ann\",\"bob\"]},"
                                    + "\"other\":{\"peer_count\":1,\"peers\":[\"eve\"]}}");
            links.link(0).receive("{ \"not\" : even JSON");
            until(() -> tapped.equals(List.of("first r ann { \"not\" : even JSON")));

            assertThat(links.link(1).received()).containsExactly("{ \"not\" : even JSON");
            assertThat(links.link(0).received()).isEmpty();
            assertThat(links.link(2).received()).isEmpty();
        }
    }

    @Test
    void candidatesThatArriveBeforeTheOfferAreUsed() {
        try (TestServer server = start()) {
            String early = "{\"candidate\":\"c1\",\"sdpMid\":\"0\",\"sdpMLineIndex\":0,\"x\":1}";
            assertThat(candidate(server, early)).isEqualTo(OK);
            offer(server, "r", "ann", "a");
            assertThat(candidate(server, early.replace("c1", "c2"))).isEqualTo(OK);

            until(() -> links.link(0).received().size() == 2);
            assertThat(links.link(0).received())
                    .containsExactly("candidate c1 0 0", "candidate c2 0 0");
        }
    }

    @Test
    void theSameIdOfferingAgainReplacesTheOlderConnection() {
        try (TestServer server = start()) {
            offer(server, "r", "ann", "a");
            offer(server, "r", "ann", "a2");

            until(() -> links.link(0).received().contains("closed"));
            assertThat(get(server, "/rooms"))
                    .isEqualTo("200 {\"r\":{\"peer_count\":1,\"peers\":[\"ann\"]}}");
        }
    }

    @Test
    void aPeerThatLeavesOrDisconnectsIsRemoved() {
        try (TestServer server = start();
                TextClient page = new TextClient(http, server.ws("/webrtc/signaling/r/page"))) {
            offer(server, "r", "ann", "a");
            assertThat(page.next()).isEqualTo("{\"type\":\"peer_joined\",\"peer_id\":\"ann\"}");
            links.link(0).fail();
            assertThat(page.next()).isEqualTo("{\"type\":\"peer_left\",\"peer_id\":\"ann\"}");
            offer(server, "r", "bob", "b");
            assertThat(page.next()).contains("bob");

            assertThat(post(server, "/leave", "{\"room\":\"r\",\"peer_id\":\"bob\"}"))
                    .isEqualTo(OK);
            assertThat(page.next()).isEqualTo("{\"type\":\"peer_left\",\"peer_id\":\"bob\"}");
            assertThat(post(server, "/leave", "{\"room\":\"none\",\"peer_id\":\"x\"}"))
                    .isEqualTo(OK);
        }
    }

    @Test
    void errorsAreThoseThatTheFamilyExpects() {
        try (TestServer server = start()) {
            String missing = "400 {\"error\":\"Missing required fields\"}";
            assertThat(post(server, "/offer", "{}"))
                    .isEqualTo("400 {\"error\":\"No JSON data received\"}");
            assertThat(post(server, "/offer", "{\"room\":\"r\"}"))
                    .isEqualTo("400 {\"error\":\"Missing required fields: room, peer_id, offer\"}");
            assertThat(post(server, "/candidate", "{\"room\":\"r\"}")).isEqualTo(missing);
            assertThat(post(server, "/leave", "{\"room\":\"r\"}")).isEqualTo(missing);
            assertThat(post(server, "/offer", "{")).startsWith("400 {\"error\":\"Invalid JSON");
            assertThat(offer(server, "r", "ann", "bad"))
                    .isEqualTo("400 {\"error\":\"The offer could not be answered\"}");
            assertThat(get(server, "/rooms")).isEqualTo("200 {}");
            assertThat(get(server, "/offer")).isEqualTo("405 {\"error\":\"Method not allowed\"}");
            assertThat(post(server, "/nothing", "{}"))
                    .isEqualTo("404 {\"error\":\"Endpoint not found\"}");
            assertThat(post(server, "/leave", ""))
                    .isEqualTo("400 {\"error\":\"No JSON data received\"}");
            assertThat(post(server, "/echo", "{\"room\":\"r\",\"peer_id\":\"a\",\"message\":[1]}"))
                    .isEqualTo("200 {\"echo_message\":[1]}");
        }
    }

    @Test
    void storedTextsAreReadAfterARestart() {
        try (TestServer server = start()) {
            offer(server, "r", "ann", "a");
            links.link(0).receive("one");
            links.link(0).receive("two");
        }
        try (TestServer server = start()) {
            String all = get(server, "/api/v1/rooms/r/messages");
            assertThat(all).contains("\"text\":\"one\"", "\"sender\":\"ann\"", "\"last\":2");
            assertThat(get(server, "/api/v1/rooms/r/messages?since=1"))
                    .doesNotContain("\"one\"")
                    .contains("\"two\"");
            assertThat(get(server, "/api/v1/rooms/other/messages"))
                    .isEqualTo("200 {\"messages\":[],\"last\":0}");
            assertThat(get(server, "/api/v1/rooms/r/messages?since=x")).startsWith("400");
        }
    }

    private TestServer start() {
        MessageTap first =
                (room, sender, text) -> tapped.add("first " + room + " " + sender + " " + text);
        MessageTap failing =
                (_, _, _) -> {
                    throw new IllegalStateException("a tap that fails");
                };
        ServerFeatures.Texts texts =
                new ServerFeatures.Texts(
                        List.of(failing, first), Optional.of(folder.resolve("messages.db")));
        return TestServer.start(ServerFeatures.NONE.with(links).with(texts));
    }

    private String offer(TestServer server, String room, String peer, String sdp) {
        return post(
                server,
                "/offer",
                "{\"room\":\"%s\",\"peer_id\":\"%s\",\"offer\":{\"sdp\":\"%s\",\"type\":\"offer\"}}"
                        .formatted(room, peer, sdp));
    }

    private String candidate(TestServer server, String candidate) {
        return post(
                server,
                "/candidate",
                "{\"room\":\"r\",\"peer_id\":\"ann\",\"candidate\":" + candidate + "}");
    }

    private String post(TestServer server, String path, String body) {
        return send(
                HttpRequest.newBuilder(server.http(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private String get(TestServer server, String path) {
        return send(HttpRequest.newBuilder(server.http(path)).build());
    }

    private String send(HttpRequest request) {
        HttpResponse<String> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        return answer.statusCode() + " " + answer.body();
    }

    private static void until(BooleanSupplier done) {
        Waiting.until(() -> done.getAsBoolean() ? Optional.empty() : Optional.of("not yet"));
    }
}
