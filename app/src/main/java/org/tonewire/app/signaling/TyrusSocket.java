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
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.SslEngineConfigurator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// One WebSocket to a signaling server, from opening to closing. Any thread.
final class TyrusSocket {
    private static final Logger log = LoggerFactory.getLogger(TyrusSocket.class);
    private static final int MAX_MESSAGE = 256 * 1024;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);
    private static final int BROKEN_OFF = 1006;

    private final Invite invite;
    private final SocketListener listener;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicBoolean pongMissing = new AtomicBoolean();
    private @Nullable PinnedTrust trust;
    private volatile @Nullable Session session;

    TyrusSocket(Invite invite, SocketListener listener) {
        this.invite = invite;
        this.listener = listener;
    }

    /// Blocks until it is open or known to be unreachable; for a virtual thread.
    void connect() {
        try {
            ClientManager client = ClientManager.createClient();
            client.getProperties()
                    .put(ClientProperties.HANDSHAKE_TIMEOUT, (int) CONNECT_TIMEOUT.toMillis());
            client.getProperties().put(ClientProperties.SSL_ENGINE_CONFIGURATOR, tls());
            client.setDefaultMaxTextMessageBufferSize(MAX_MESSAGE);
            ClientEndpointConfig config = ClientEndpointConfig.Builder.create().build();
            client.connectToServer(new Frames(), config, invite.signalingAddress());
        } catch (DeploymentException | IOException | GeneralSecurityException e) {
            log.debug("no connection to {}", invite.authority(), e);
            if (over.compareAndSet(false, true)) {
                listener.unreachable(new Problem(failure(), invite.authority()));
            }
        }
    }

    void send(String text) {
        Session current = session;
        if (current != null && current.isOpen()) {
            current.getAsyncRemote()
                    .sendText(
                            text,
                            result -> {
                                if (!result.isOK()) {
                                    end(BROKEN_OFF);
                                }
                            });
        }
    }

    /// Sends a ping; if the one before was not answered, the socket is given up.
    void beat() {
        Session current = session;
        if (current == null) {
            return;
        }
        if (pongMissing.getAndSet(true)) {
            end(BROKEN_OFF);
            return;
        }
        try {
            current.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalStateException _) {
            end(BROKEN_OFF);
        }
    }

    /// Closes it as RFC 6455 says; the listener hears nothing more.
    void close() {
        over.set(true);
        closeSession();
    }

    private SslEngineConfigurator tls() throws GeneralSecurityException {
        CertificatePin pin = invite.pin().orElse(null);
        if (pin == null) {
            return new SslEngineConfigurator(SSLContext.getDefault(), true, false, false);
        }
        PinnedTrust pinned = new PinnedTrust(pin);
        trust = pinned;
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {pinned}, new SecureRandom());
        return new SslEngineConfigurator(context, true, false, false)
                .setHostVerificationEnabled(false);
    }

    private Reason failure() {
        return trust != null && trust.hasRefused()
                ? Reason.CERTIFICATE_MISMATCH
                : Reason.HOST_UNREACHABLE;
    }

    private void end(int code) {
        if (over.compareAndSet(false, true)) {
            listener.closed(code);
        }
        closeSession();
    }

    private void closeSession() {
        Session current = session;
        if (current != null) {
            Thread.startVirtualThread(() -> closeQuietly(current));
        }
    }

    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (IOException | IllegalStateException e) {
            log.debug("closing a socket", e);
        }
    }

    /// What the library tells.
    private final class Frames extends Endpoint {
        @Override
        public void onOpen(Session opened, EndpointConfig config) {
            session = opened;
            opened.setMaxTextMessageBufferSize(MAX_MESSAGE);
            opened.setMaxIdleTimeout(0);
            opened.getAsyncRemote().setSendTimeout(SEND_TIMEOUT.toMillis());
            opened.addMessageHandler(
                    String.class,
                    (MessageHandler.Whole<String>)
                            text -> {
                                if (!over.get()) {
                                    listener.received(text);
                                }
                            });
            opened.addMessageHandler(
                    PongMessage.class,
                    (MessageHandler.Whole<PongMessage>) _ -> pongMissing.set(false));
            if (over.get()) {
                closeSession();
            } else {
                listener.opened();
            }
        }

        @Override
        public void onClose(Session closed, CloseReason reason) {
            end(reason.getCloseCode().getCode());
        }

        @Override
        public void onError(Session failed, Throwable error) {
            log.debug("a socket failed", error);
            end(BROKEN_OFF);
        }
    }
}
