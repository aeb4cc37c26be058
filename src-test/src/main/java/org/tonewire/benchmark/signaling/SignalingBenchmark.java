package org.tonewire.benchmark.signaling;

import io.netty.buffer.ByteBuf;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// `java … SignalingBenchmark [WS_FOLDER]`: prints a table. `WS_FOLDER` is where `node_modules/ws`
/// is; without it node is left out. Each server is a process of its own.
public final class SignalingBenchmark {
    private static final int ROOMS = 200;
    private static final int WARM_SECONDS = 3;
    private static final int SECONDS = 6;
    private static final int OPEN_PER_SECOND = 2000;
    private static final int IDLE_ROOMS = Integer.getInteger("tonewire.idle.rooms", 2500);

    private SignalingBenchmark() {}

    /// @param name as the table has it
    private record Contender(String name, List<String> command) {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("| server | messages/s | p50 ms | p99 ms at 2,000/s | KB a socket |");
        System.out.println("|---|---|---|---|---|");
        measure(new Contender("bare Netty", java("org.tonewire.benchmark.signaling.BareRelay")));
        measure(
                new Contender(
                        "Tonewire",
                        java(
                                "org.tonewire.app.Main",
                                "server",
                                "--listen",
                                "0",
                                "--json",
                                "--log-level",
                                "ERROR",
                                "--limit",
                                "messages_per_second=1000000,rooms=100000")));
        if (arguments.length > 0) {
            Path script = Files.createTempFile("relay", ".mjs");
            try (InputStream in = SignalingBenchmark.class.getResourceAsStream("relay.mjs")) {
                Files.write(script, in == null ? new byte[0] : in.readAllBytes());
            }
            measure(
                    new Contender(
                            "node ws",
                            List.of("env", "WS_FROM=" + arguments[0], "node", script.toString())));
        }
    }

    private static void measure(Contender contender) throws Exception {
        Process server =
                new ProcessBuilder(contender.command())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            int port = port(server);
            long perSocket = idle(port, server.pid());
            double rate = closedLoop(port);
            double[] latency = openLoop(port);
            System.out.printf(
                    "| %s | %.0f | %.2f | %.2f | %.1f |%n",
                    contender.name(), rate, latency[0], latency[1], perSocket / 1024.0);
        } finally {
            server.destroy();
            var _ = server.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /// Every socket has one message under way at any time.
    private static double closedLoop(int port) throws InterruptedException {
        try (RelayLoad load = new RelayLoad(port, ROOMS)) {
            load.whenReceived((socket, _) -> load.send(socket, 0));
            for (int i = 0; i < load.size(); i++) {
                load.send(i, 0);
            }
            pause(WARM_SECONDS);
            long before = load.received();
            long started = System.nanoTime();
            pause(SECONDS);
            return (load.received() - before) * 1e9 / (System.nanoTime() - started);
        }
    }

    /// Latency counts from when a message should have been sent, whatever held the sender up.
    private static double[] openLoop(int port) throws InterruptedException {
        ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
        try (RelayLoad load = new RelayLoad(port, ROOMS)) {
            load.whenReceived((_, text) -> {
                int end = text.indexOf(text.writerIndex(), text.readerIndex(), (byte) '@');
                latencies.add(System.nanoTime() - number(text, end));
            });
            long gap = 1_000_000_000L / OPEN_PER_SECOND;
            long due = System.nanoTime();
            for (int i = 0; i < OPEN_PER_SECOND * SECONDS; i++) {
                due += gap;
                LockSupport.parkNanos(due - System.nanoTime());
                load.send(i % load.size(), due);
            }
            pause(1);
        }
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        return new double[] {
            sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.99)] / 1e6
        };
    }

    /// The digits that end before this index.
    private static long number(ByteBuf text, int end) {
        long number = 0;
        long place = 1;
        for (int i = end - 1; text.getByte(i) != '@'; i--) {
            number += place * (text.getByte(i) - '0');
            place *= 10;
        }
        return number;
    }

    private static long idle(int port, long pid) throws Exception {
        new RelayLoad(port, ROOMS / 2).close();
        long before = residentBytes(pid);
        try (RelayLoad load = new RelayLoad(port, IDLE_ROOMS)) {
            pause(2);
            return (residentBytes(pid) - before) / load.size();
        }
    }

    private static long residentBytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /// The first number on the first line.
    private static int port(Process server) throws IOException {
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line = String.valueOf(out.readLine());
        return Integer.parseInt(line.replaceFirst("^\\D*(\\d+).*$", "$1"));
    }

    private static List<String> java(String... rest) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> start =
                List.of(
                        java,
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"));
        return Stream.concat(start.stream(), Arrays.stream(rest)).toList();
    }

    private static void pause(int seconds) throws InterruptedException {
        var _ = new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
    }
}
