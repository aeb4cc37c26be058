package org.tonewire.app.signaling;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.glassfish.tyrus.client.ClientManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.signaling.wire.Dial;
import org.tonewire.app.signaling.wire.Dial.Limits;
import org.tonewire.app.signaling.wire.Dial.Names;
import org.tonewire.app.signaling.wire.SocketContainer;

/// One WebSocket. Connecting, reading, writing and closing block, so each has a virtual thread.
final class TyrusSocket {
    private static final Logger LOG = LoggerFactory.getLogger(TyrusSocket.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    private static final int MAX_MESSAGE = 256 * 1024;
    private static final long NOT_READY_NANOS = 1_000_000;

    private final ClientManager client =
            ClientManager.createClient(SocketContainer.class.getName());
    private final Dial dial;
    private final SocketListener listener;
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private TyrusSocket(SocketListener listener, Dial dial) {
        this.listener = listener;
        this.dial = dial;
        client.setDefaultMaxTextMessageBufferSize(MAX_MESSAGE);
        client.getProperties().put(SocketContainer.DIAL, dial);
    }

    /// Begins to connect; returns at once.
    static TyrusSocket connect(
            URI address, Optional<CertificatePin> pin, Limits limits, SocketListener listener) {
        return connect(address, dial(pin, limits), Map.of(), listener);
    }

    /// Begins to connect; returns at once.
    ///
    /// @param headers of the request, besides those of every WebSocket
    static TyrusSocket connect(
            URI address, Dial dial, Map<String, String> headers, SocketListener listener) {
        TyrusSocket socket = new TyrusSocket(listener, dial);
        Thread.ofVirtual().name("signaling-connect").start(() -> socket.connect(address, headers));
        return socket;
    }

    /// Sends a text.
    void send(String text, Consumer<Boolean> done) {
        Session open = session.get();
        if (open == null || !open.isOpen()) {
            done.accept(false);
            return;
        }
        try {
            open.getAsyncRemote().sendText(text, result -> done.accept(result.isOK()));
        } catch (RuntimeException e) {
            LOG.debug("a message was not sent", e);
            done.accept(false);
        }
    }

    /// Sends a ping.
    void ping() {
        Session open = session.get();
        if (open != null && open.isOpen()) {
            try {
                open.getAsyncRemote().sendPing(ByteBuffer.allocate(1));
            } catch (IOException | RuntimeException e) {
                LOG.debug("a ping was not sent", e);
            }
        }
    }

    /// Closes the socket with a close message and ends its threads; the listener gets no more
    /// calls. Returns at once.
    void close() {
        over.set(true);
        Thread.ofVirtual().name("signaling-close").start(this::release);
    }

    /// Closes the socket without a close message, so that the membership can be resumed; the
    /// listener gets no more calls. Returns at once.
    void drop() {
        over.set(true);
        Thread.ofVirtual().name("signaling-drop").start(this::abandon);
    }

    private void connect(URI address, Map<String, String> headers) {
        try {
            client.connectToServer(new SocketEndpoint(), config(headers), address);
            if (over.get()) {
                abandon();
            }
        } catch (DeploymentException | IOException | RuntimeException e) {
            if (over.compareAndSet(false, true)) {
                listener.failed(e);
            }
            abandon();
        }
    }

    private static ClientEndpointConfig config(Map<String, String> added) {
        return ClientEndpointConfig.Builder.create()
                .configurator(
                        new ClientEndpointConfig.Configurator() {
                            @Override
                            public void beforeRequest(Map<String, List<String>> headers) {
                                added.forEach((name, value) -> headers.put(name, List.of(value)));
                            }
                        })
                .build();
    }

    private void release() {
        Session open = session.get();
        try {
            if (open != null && open.isOpen()) {
                open.close();
                dial.end(CLOSE_TIMEOUT);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("a socket did not close well", e);
        } finally {
            abandon();
        }
    }

    private void abandon() {
        dial.abort();
        client.shutdown();
    }

    private static Dial dial(Optional<CertificatePin> pin, Limits limits) {
        try {
            return pin.isPresent()
                    ? new Dial(PinnedTrust.context(pin.get()), Names.DO_NOT_MATTER, limits)
                    : new Dial(SSLContext.getDefault(), Names.MUST_FIT, limits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has a default TLS context", e);
        }
    }

    /// Passes Tyrus' callbacks to the listener.
    private final class SocketEndpoint extends Endpoint {
        @Override
        public void onOpen(Session opened, EndpointConfig config) {
            session.set(opened);
            opened.addMessageHandler(
                    String.class,
                    (MessageHandler.Whole<String>)
                            text -> {
                                awaitReadyListener();
                                if (!over.get()) {
                                    listener.text(text);
                                }
                            });
            opened.addMessageHandler(
                    PongMessage.class, (MessageHandler.Whole<PongMessage>) _ -> listener.alive());
            if (!over.get()) {
                listener.opened();
            }
        }

        private void awaitReadyListener() {
            while (!over.get() && !listener.isReady()) {
                LockSupport.parkNanos(NOT_READY_NANOS);
            }
        }

        @Override
        public void onClose(Session closed, CloseReason reason) {
            if (over.compareAndSet(false, true)) {
                listener.closed(reason.getCloseCode().getCode());
            }
        }

        @Override
        public void onError(Session broken, Throwable cause) {
            LOG.debug("a socket reports an error", cause);
        }
    }
}
