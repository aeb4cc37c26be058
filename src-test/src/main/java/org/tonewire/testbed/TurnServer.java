package org.tonewire.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A real TURN server (RFC 8656) on this computer, coturn, with one account.
public final class TurnServer implements AutoCloseable {
    public static final String USER = "ada";
    public static final String PASSWORD = "lovelace";

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final int port;
    private final ChildProcess child;

    private TurnServer(int port, ChildProcess child) {
        this.port = port;
        this.child = child;
    }

    /// Returns when it answers.
    ///
    /// @param folder where it may keep its files
    public static TurnServer start(Path folder) {
        int port = freePort();
        var server =
                new TurnServer(port, ChildProcess.start("turn", Map.of(), command(folder, port)));
        try {
            Await.until("a TURN server", START_TIMEOUT, server::answers, server.child::report);
            return server;
        } catch (AssertionError e) {
            server.close();
            throw e;
        }
    }

    private static List<String> command(Path folder, int port) {
        return List.of(
                "turnserver",
                "-n",
                "--listening-ip=127.0.0.1",
                "--relay-ip=127.0.0.1",
                "--allow-loopback-peers",
                "--listening-port=" + port,
                "--lt-cred-mech",
                "--realm=tonewire",
                "--user=" + USER + ":" + PASSWORD,
                "--userdb=" + folder.resolve("turn.db"),
                "--pidfile=" + folder.resolve("turn.pid"),
                "--no-tls",
                "--no-dtls",
                "--no-cli",
                "--log-file=stdout",
                "--simple-log");
    }

    /// Its address, as a settings file names it.
    public String uri() {
        return "turn:127.0.0.1:" + port;
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
