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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.SslEngineConfigurator;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.invite.CertificatePin;

/// One WebSocket, with Tyrus threads of its own: two daemons, `signaling-select` and
/// `signaling-work`, which end with it. Connecting and closing block, so each has a virtual thread.
final class TyrusSocket {
    private static final Logger LOG = LoggerFactory.getLogger(TyrusSocket.class);
    private static final int CONNECT_TIMEOUT_MILLIS = 8000;
    private static final int MAX_MESSAGE = 256 * 1024;

    private final ClientManager client = ClientManager.createClient();
    private final SocketListener listener;
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private TyrusSocket(SocketListener listener, Optional<CertificatePin> pin) {
        this.listener = listener;
        client.setDefaultMaxTextMessageBufferSize(MAX_MESSAGE);
        var properties = client.getProperties();
        properties.put(ClientProperties.HANDSHAKE_TIMEOUT, CONNECT_TIMEOUT_MILLIS);
        properties.put(ClientProperties.SHARED_CONTAINER, false);
        properties.put(ClientProperties.SSL_ENGINE_CONFIGURATOR, tls(pin));
        properties.put(
                GrizzlyClientProperties.SELECTOR_THREAD_POOL_CONFIG, threads("signaling-select"));
        properties.put(
                GrizzlyClientProperties.WORKER_THREAD_POOL_CONFIG, threads("signaling-work"));
    }

    /// Begins to connect; returns at once.
    static TyrusSocket connect(URI address, Optional<CertificatePin> pin, SocketListener listener) {
        TyrusSocket socket = new TyrusSocket(listener, pin);
        Thread.ofVirtual().name("signaling-connect").start(() -> socket.connect(address));
        return socket;
    }

    /// `done` hears whether it was written, from any thread.
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

    /// Asks for a sign of life.
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

    /// Closes it and ends its threads; the listener hears no more. Idempotent, returns at once.
    void close() {
        over.set(true);
        Thread.ofVirtual().name("signaling-close").start(this::release);
    }

    private void connect(URI address) {
        try {
            client.connectToServer(
                    new Ear(), ClientEndpointConfig.Builder.create().build(), address);
            if (over.get()) {
                release();
            }
        } catch (DeploymentException | IOException | RuntimeException e) {
            if (over.compareAndSet(false, true)) {
                listener.failed(e);
            }
            release();
        }
    }

    private void release() {
        Session open = session.get();
        try {
            if (open != null && open.isOpen()) {
                open.close();
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("a socket did not close well", e);
        } finally {
            client.shutdown();
        }
    }

    private static SslEngineConfigurator tls(Optional<CertificatePin> pin) {
        try {
            SSLContext context =
                    pin.isPresent() ? PinnedTrust.context(pin.get()) : SSLContext.getDefault();
            return new SslEngineConfigurator(context, true, false, false)
                    .setHostVerificationEnabled(pin.isEmpty());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has a default TLS context", e);
        }
    }

    private static ThreadPoolConfig threads(String name) {
        return ThreadPoolConfig.defaultConfig()
                .setPoolName(name)
                .setDaemon(true)
                .setCorePoolSize(1)
                .setMaxPoolSize(1);
    }

    /// What Tyrus calls.
    private final class Ear extends Endpoint {
        @Override
        public void onOpen(Session opened, EndpointConfig config) {
            session.set(opened);
            opened.addMessageHandler(
                    String.class,
                    (MessageHandler.Whole<String>)
                            text -> {
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
