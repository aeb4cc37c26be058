package org.tonewire.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A real TURN server (RFC 8656) on this computer, coturn: with one account, or with a secret that
/// it shares with a signaling server.
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
        return start(folder, List.of("--lt-cred-mech", "--user=" + USER + ":" + PASSWORD));
    }

    /// The same for logins that this secret makes.
    public static TurnServer startWithSecret(Path folder, String secret) {
        return start(folder, List.of("--use-auth-secret", "--static-auth-secret=" + secret));
    }

    private static TurnServer start(Path folder, List<String> accounts) {
        int port = freePort();
        var command = new ArrayList<>(command(folder, port));
        command.addAll(accounts);
        var server = new TurnServer(port, ChildProcess.start("turn", Map.of(), command));
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
                "--realm=tonewire",
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

    /// Whether it gives a relay to who shows this login. Asks it by coturn's own client.
    public boolean admits(String username, String password) {
        try (var client =
                ChildProcess.start(
                        "turn-client",
                        Map.of(),
                        List.of(
                                "turnutils_uclient",
                                "-u",
                                username,
                                "-w",
                                password,
                                "-p",
                                String.valueOf(port),
                                "-n",
                                "1",
                                "-m",
                                "1",
                                "-y",
                                "127.0.0.1"))) {
            return client.awaitExit(START_TIMEOUT) == 0;
        }
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
