package org.tonewire.benchmark.signaling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tonewire.testbed.TonewireProcess;

/// Clients that say nothing, at a `tonewire server` of its own, while a message is relayed among
/// them, and health and figures are asked for. The test does it with fewer sockets than the
/// benchmark: a process may not open ten thousand files everywhere.
public final class IdleSockets {
    private static final int PEERS = 4;
    private static final int SOCKETS = 10_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// What came of it.
    ///
    /// @param health what `/health` answered
    /// @param figures what `/metrics` answered
    /// @param exitCode of the server, when it was asked to end
    record Outcome(Duration relayed, String health, String figures, Duration ended, int exitCode) {}

    private IdleSockets() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Outcome outcome = hold(Files.createTempDirectory("tonewire-idle-"), SOCKETS);
        System.out.println("| idle sockets | relay ms | end ms | exit code |");
        System.out.println("|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f | %d | %d |%n",
                SOCKETS,
                outcome.relayed().toNanos() / 1e6,
                outcome.ended().toMillis(),
                outcome.exitCode());
    }

    static Outcome hold(Path home, int sockets) throws IOException, InterruptedException {
        try (TonewireProcess server = start(home)) {
            int port =
                    (int)
                            server.awaitEvent("listening", event -> event.is("listening"), LIMIT)
                                    .number("port");
            try (RelayLoad crowd = new RelayLoad(port, sockets / PEERS)) {
                Duration relayed = relay(crowd);
                String health = get(port, "/health");
                String figures = get(port, "/metrics");
                long asked = System.nanoTime();
                server.interrupt();
                int code = server.awaitExit(LIMIT);
                Duration ended = Duration.ofNanos(System.nanoTime() - asked);
                return new Outcome(relayed, health, figures, ended, code);
            }
        }
    }

    private static Duration relay(RelayLoad crowd) throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        crowd.whenReceived((socket, _) -> {
            if (socket == 1) {
                heard.countDown();
            }
        });
        long sent = System.nanoTime();
        crowd.send(0, 7);
        if (!heard.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("not relayed within " + LIMIT);
        }
        return Duration.ofNanos(System.nanoTime() - sent);
    }

    private static TonewireProcess start(Path home) {
        return TonewireProcess.start(
                home,
                Map.of(),
                "server",
                "server",
                "--host",
                "127.0.0.1",
                "--listen",
                "0",
                "--limit",
                "rooms=10000",
                "--json");
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(LIMIT)
                            .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
