package org.tonewire.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A real Redis on this computer, which stores nothing on the disk. One test thread uses it.
public final class RedisServer implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final int port;
    private ChildProcess child;

    private RedisServer(int port) {
        this.port = port;
        this.child = run();
    }

    /// Returns when it answers.
    public static RedisServer start() {
        return new RedisServer(freePort());
    }

    private ChildProcess run() {
        ChildProcess started =
                ChildProcess.start(
                        "redis",
                        Map.of(),
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
        try {
            Await.until("a Redis", START_TIMEOUT, this::answers, started::report);
            return started;
        } catch (AssertionError e) {
            started.close();
            throw e;
        }
    }

    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    /// Ends it at once, and starts it again: it has lost everything.
    public void restartEmpty() {
        child.close();
        child = run();
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
