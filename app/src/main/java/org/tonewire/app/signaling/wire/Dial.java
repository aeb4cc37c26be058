package org.tonewire.app.signaling.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.address.WebAddress;

/// Opens and ends one connection to a server: TCP to the first of its addresses that accepts, then
/// TLS. [#open(URI)] blocks one thread; [#abort()] and [#end(Duration)] are called by others.
public final class Dial {
    private static final Set<String> SCHEMES = Set.of("ws", "wss");

    /// How long each step may take.
    ///
    /// @param connect to one address
    /// @param answer until the server answers, in TLS and after it
    public record Limits(Duration connect, Duration answer) {}

    /// Whether the certificate has to name the host, or is checked otherwise.
    public enum Names {
        MUST_FIT,
        DO_NOT_MATTER
    }

    private final SSLContext tls;
    private final Names names;
    private final Limits limits;
    private final AtomicReference<@Nullable Socket> current = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean aborted;

    public Dial(SSLContext tls, Names names, Limits limits) {
        this.tls = tls;
        this.names = names;
        this.limits = limits;
    }

    /// Ends the connection at once, also while it is being opened. Data not delivered yet is
    /// dropped: a close message that arrives when the network is back would end a membership that
    /// is to be resumed.
    public void abort() {
        aborted = true;
        Socket socket = current.getAndSet(null);
        if (socket != null) {
            reset(socket);
        }
        ended.countDown();
    }

    /// Ends the connection; data that is being written has some time left.
    public void end(Duration limit) {
        try {
            var _ = ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        abort();
    }

    /// Connects and completes the TLS handshake; reads from the socket have the limit of an answer.
    Socket open(URI uri) throws IOException {
        if (!(WebAddress.parse(uri.toString(), SCHEMES)
                instanceof WebAddress.Read(WebAddress address))) {
            throw new ConnectException("no address");
        }
        return open(address);
    }

    private Socket open(WebAddress address) throws IOException {
        Socket plain = connect(address);
        plain.setTcpNoDelay(true);
        plain.setSoTimeout(Math.toIntExact(limits.answer().toMillis()));
        if (!"wss".equals(address.uri().getScheme())) {
            return plain;
        }
        SSLSocket secure =
                (SSLSocket)
                        tls.getSocketFactory()
                                .createSocket(plain, address.host(), address.port(), true);
        if (names == Names.MUST_FIT) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
        }
        secure.startHandshake();
        return secure;
    }

    /// The socket was closed with a close message.
    void closed() {
        current.set(null);
        ended.countDown();
    }

    private Socket connect(WebAddress address) throws IOException {
        for (Proxy proxy : proxies(address)) {
            if (proxy.type() != Proxy.Type.DIRECT) {
                return connect(
                        new Socket(proxy),
                        InetSocketAddress.createUnresolved(address.host(), address.port()));
            }
        }
        IOException failure = new ConnectException("no address");
        for (InetAddress each : InetAddress.getAllByName(address.host())) {
            try {
                return connect(new Socket(), new InetSocketAddress(each, address.port()));
            } catch (ConnectException | NoRouteToHostException | SocketTimeoutException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private Socket connect(Socket socket, InetSocketAddress to) throws IOException {
        current.set(socket);
        try {
            if (aborted) {
                throw new SocketException("given up");
            }
            socket.connect(to, Math.toIntExact(limits.connect().toMillis()));
            return socket;
        } catch (IOException e) {
            close(socket);
            throw e;
        }
    }

    private static List<Proxy> proxies(WebAddress address) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null
                ? List.of()
                : selector.select(URI.create("https://" + address.uri().getRawAuthority() + "/"));
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // It is closed either way.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed either way.
        }
    }
}
