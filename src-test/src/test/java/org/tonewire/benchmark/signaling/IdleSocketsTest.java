package org.tonewire.benchmark.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.TonewireProcess;

/// Ten thousand clients that say nothing, at a `tonewire server` of its own.
@Timeout(180)
class IdleSocketsTest {
    private static final int ROOMS = 2_500;
    private static final int SOCKETS = 10_000;
    private static final int FILES_NEEDED = SOCKETS + 1_000;

    @TempDir Path home;

    @Test
    void tenThousandIdleSocketsDisturbNobody() throws Exception {
        assumeThat(openFilesAllowed()).isGreaterThan(FILES_NEEDED);
        try (TonewireProcess server = start()) {
            int port =
                    (int)
                            server.awaitEvent(
                                            "listening",
                                            event -> event.is("listening"),
                                            Duration.ofSeconds(20))
                                    .number("port");
            try (RelayLoad crowd = new RelayLoad(port, ROOMS)) {
                CountDownLatch heard = new CountDownLatch(1);
                crowd.whenReceived((socket, _) -> {
                    if (socket == 1) {
                        heard.countDown();
                    }
                });

                crowd.send(0, 7);

                assertThat(heard.await(2, TimeUnit.SECONDS)).isTrue();
                assertThat(get(port, "/health")).contains("healthy");
                assertThat(get(port, "/metrics")).contains("tonewire_sockets 1000");
                server.interrupt();
                assertThat(server.awaitExit(Duration.ofSeconds(15))).isZero();
            }
        }
    }

    private TonewireProcess start() {
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
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /// The most that a process may raise its limit to, as the JVM does.
    private static long openFilesAllowed() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.substring("Max open files".length()).strip().split("\\s+", -1)[1])
                .mapToLong(hard -> hard.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(hard))
                .findFirst()
                .orElse(0);
    }
}
