package org.tonewire.app.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.RunningServer;
import org.tonewire.app.core.host.ServerLimit;
import org.tonewire.app.core.host.ServerOutcome;
import org.tonewire.app.core.host.ServerRequest;
import org.tonewire.app.core.host.ServerRules;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.hosting.EmbeddedHost;
import org.tonewire.app.testing.Eventually;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.WebOrigin;

/// What a server logs of its clients, who connect by real sockets.
@Timeout(60)
final class ServerLogTest {
    private static final String LINE_SEPARATOR = "\u2028";

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.tonewire.signaling");
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final Collector collector = new Collector();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir Path folder;

    @BeforeEach
    void collect() {
        collector.setContext(logger.getLoggerContext());
        collector.start();
        logger.addAppender(collector);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(collector);
        logger.setAdditive(true);
        logger.setLevel(null);
        http.shutdownNow();
        http.close();
    }

    @Test
    void clientsAndWhatTheySendAreLogged() {
        try (RunningServer server = server()) {
            WebSocket ann = open(server, "/");
            said("INFO #1 connected, undecided");
            send(ann, "{\"type\":\"register\",\"client_id\":\"ann\",\"room_id\":\"demo\"}");
            said("INFO room \"demo\" is made", "INFO #1 \"ann\", register, joined room \"demo\"");
            WebSocket bob = open(server, "/webrtc/signaling/demo/b%22%E2%80%A8b");
            said(
                    "INFO #2 connected, path",
                    "INFO #2 \"b\\\"\\u2028b\", path, joined room \"demo\"");
            send(
                    bob,
                    "{\"type\":\"offer\",\"offer\":{\"type\":\"offer\",\"sdp\":\"v=0 SECRET\"},"
                            + "\"target_peer_id\":\"ann\"}");
            said("DEBUG #2 offer \"b\\\"\\u2028b\" → \"ann\"");
            send(
                    ann,
                    "{\"type\":\"ice_candidate\",\"target_id\":\"carl\",\"candidate\":\"SECRET\"}");
            said("DEBUG #1 candidate \"ann\" → \"carl\": nobody of that name is in the room");
            bob.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            said(
                    "INFO #2 disconnected, path: closed by the client, 1000",
                    "INFO \"b\\\"\\u2028b\" left room \"demo\": left");
            ann.abort();
            said(
                    "INFO #1 disconnected, register: its connection broke",
                    "INFO \"ann\" left room \"demo\": lost",
                    "INFO room \"demo\" is gone, as nobody is in it");

            assertThat(lines()).noneMatch(line -> line.contains("SECRET"));
            assertThat(lines()).noneMatch(line -> line.matches(".*(#|room).*127[.]0[.]0.*"));
        }
    }

    @Test
    void refusalsAreLogged() {
        try (RunningServer server = server()) {
            assertThatThrownBy(() ->
                            http.newWebSocketBuilder()
                                    .header("Origin", "https://evil.example")
                                    .buildAsync(uri(server, "/"), new WebSocket.Listener() {})
                                    .join())
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
            said(
                    "INFO a WebSocket is refused, as its page is not of an allowed origin:"
                            + " \"https://evil.example\"");
            WebSocket ann = open(server, "/webrtc/signaling/one/ann");
            said("INFO #1 \"ann\", path, joined room \"one\"");
            WebSocket bob = open(server, "/webrtc/signaling/two/bob");
            said(
                    "INFO #2 may not enter room \"two\": too-many-rooms",
                    "INFO #2 disconnected, path: closed by the server, 1008 too-many-rooms");
            ann.abort();
            bob.abort();
        }
    }

    @Test
    void aStructuredLogHasTheNumberOfTheConnectionAndTheRoom() {
        JsonLayout layout = new JsonLayout();
        try (RunningServer server = server()) {
            WebSocket ann = open(server, "/webrtc/signaling/demo/a" + "%E2%80%A8");
            said("INFO #1 \"a\\u2028\", path, joined room \"demo\"");
            ann.abort();
            assertThat(events)
                    .map(layout::doLayout)
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .anyMatch(line ->
                            line.get("message").getAsString().contains("joined")
                                    && line.get("connection").getAsInt() == 1
                                    && line.get("room").getAsString().equals("demo"));
        }
    }

    @Test
    void theServerOfAHostLogsItsClientsAtDebugOnly() {
        HostRequest request =
                new HostRequest(
                        new RoomName("studio"),
                        RoomSecret.random(new SecureRandom()),
                        0,
                        Optional.of("127.0.0.1"));
        try (Hosting hosting = ((HostOutcome.Started) embedded().host(request)).hosting()) {
            WebSocket ann = open(hosting.port(), "/webrtc/signaling/demo/ann");
            said("DEBUG #1 connected, path", "DEBUG #1 may not enter room \"demo\": no-such-room");
            ann.abort();
            assertThat(lines()).noneMatch(line -> line.contains("#1") && line.startsWith("INFO"));
        }
    }

    @Test
    void aMessageStaysOnItsLine() {
        logger.info("a{}b", "\r\n2026-01-01 [ERROR] forged" + LINE_SEPARATOR + "\u001b[2J");

        assertThat(LineLayout.withStackTraces().doLayout(events.getFirst()))
                .endsWith(
                        "[INFO] signaling: a\\u000d\\u000a2026-01-01 [ERROR] forged\\u2028\\u001b[2Jb"
                                + System.lineSeparator());
    }

    private static void send(WebSocket socket, String text) {
        socket.sendText(text, true).join();
    }

    /// Waits until these lines were logged.
    private void said(String... lines) {
        Eventually.passes(() -> assertThat(lines()).contains(lines));
    }

    private List<String> lines() {
        return events.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    private RunningServer server() {
        ServerRequest request =
                new ServerRequest(
                        "127.0.0.1",
                        List.of(new ServerRequest.ListenPort(0, false)),
                        Optional.empty(),
                        new ServerRules(
                                Optional.empty(),
                                Set.of(new WebOrigin("https://good.example")),
                                Map.of(ServerLimit.ROOMS, 1)));
        return ((ServerOutcome.Started) embedded().start(request)).server();
    }

    private EmbeddedHost embedded() {
        return new EmbeddedHost(
                folder,
                _ -> {
                    throw new AssertionError("nobody offers by HTTP");
                });
    }

    private WebSocket open(RunningServer server, String path) {
        return open(server.ports().getFirst(), path);
    }

    private WebSocket open(int port, String path) {
        return http.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + port + path), new WebSocket.Listener() {})
                .join();
    }

    private static URI uri(RunningServer server, String path) {
        return URI.create("ws://127.0.0.1:" + server.ports().getFirst() + path);
    }

    private final class Collector extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    }
}
