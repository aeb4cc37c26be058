package org.tonewire.signaling.cluster.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A real Redis on loopback that stores nothing on the disk.
public final class RedisServer implements AutoCloseable {
    private static final long LIMIT_NANOS = 60_000_000_000L;

    private final int port;
    private final List<String> options;
    private Process process;

    private RedisServer(int port, List<String> options) {
        this.port = port;
        this.options = options;
        this.process = run();
    }

    /// Returns when it answers.
    public static RedisServer start(String... options) {
        return new RedisServer(freePort(), List.of(options));
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process run() {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "redis-server",
                                "--port",
                                String.valueOf(port),
                                "--bind",
                                "127.0.0.1",
                                "--save",
                                "",
                                "--appendonly",
                                "no"));
        command.addAll(options);
        try {
            Process started =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            long endNanos = System.nanoTime() + LIMIT_NANOS;
            while (!listens()) {
                if (!started.isAlive() || System.nanoTime() - endNanos > 0) {
                    started.destroyForcibly();
                    throw new AssertionError("redis-server does not listen at " + port);
                }
                LockSupport.parkNanos(5_000_000);
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    /// Runs a command with Redis' own client, and returns the lines of the answer.
    public List<String> command(String... words) {
        List<String> line =
                new ArrayList<>(List.of("redis-cli", "-p", String.valueOf(port), "--raw"));
        line.addAll(List.of(words));
        try {
            Process client = new ProcessBuilder(line).start();
            try (BufferedReader answer = client.inputReader()) {
                return answer.lines().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends it at once, and starts it again, empty.
    public void restartEmpty() {
        kill();
        process = run();
    }

    private void kill() {
        process.destroyForcibly();
        try {
            var _ = process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
