package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.server.SignalingServerConfig.RoomOpening;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketLimits;
import org.tonewire.signaling.server.limit.SocketTimes;
import org.tonewire.signaling.tls.TlsSource;

/// A server without TLS on loopback, at any free port.
final class TestServer implements AutoCloseable {
    static final RoomName STUDIO = new RoomName("studio");

    private final SignalingServer server;

    private TestServer(SignalingServer server) {
        this.server = server;
    }

    static TestServer start() {
        return start(ServerLimits.DEFAULT);
    }

    static TestServer start(RoomLimits rooms) {
        return start(new ServerLimits(rooms, SocketLimits.DEFAULT, SocketTimes.DEFAULT));
    }

    static TestServer start(SocketLimits sockets) {
        return start(new ServerLimits(RoomLimits.DEFAULT, sockets, SocketTimes.DEFAULT));
    }

    static TestServer start(SocketTimes times) {
        return start(new ServerLimits(RoomLimits.DEFAULT, SocketLimits.DEFAULT, times));
    }

    static TestServer start(ServerLimits limits) {
        return new TestServer(started(config(limits)));
    }

    static TestServer start(ServerFeatures features) {
        return new TestServer(started(config(ServerLimits.DEFAULT).with(features)));
    }

    static SignalingServerConfig config(ServerLimits limits) {
        return new SignalingServerConfig(
                "127.0.0.1",
                List.of(new Listener(0, Listener.Transport.PLAIN)),
                new TlsSource.None(),
                limits,
                RoomOpening.BY_CLIENTS);
    }

    static SignalingServer started(SignalingServerConfig config) {
        StartOutcome outcome = SignalingServer.start(config);
        assertThat(outcome).isInstanceOf(StartOutcome.Started.class);
        return ((StartOutcome.Started) outcome).server();
    }

    SignalingServer server() {
        return server;
    }

    TestClient connect() {
        return TestClient.connect(URI.create("ws://127.0.0.1:" + server.port() + "/api/v1/signal"));
    }

    URI ws(String path) {
        return URI.create("ws://127.0.0.1:" + server.port() + path);
    }

    URI http(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /// Waits until the server has that many open sockets: it notices a broken one with a delay.
    void awaitSockets(int count) {
        awaitMetric("tonewire_sockets " + (count + 1) + ".0");
    }

    /// Waits until the metrics contain this line.
    void awaitMetric(String wanted) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest metrics = HttpRequest.newBuilder(http("/metrics")).build();
            Waiting.until(() -> {
                String body =
                        http.sendAsync(metrics, HttpResponse.BodyHandlers.ofString()).join().body();
                return body.contains(wanted) ? Optional.empty() : Optional.of(body);
            });
        }
    }

    static AccessKey key(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return AccessKey.of(bytes);
    }

    @Override
    public void close() {
        server.close();
        Waiting.untilNoServerThreadLives();
    }
}
