package org.tonewire.app.signaling.wire;

import jakarta.websocket.ClientEndpointConfig;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.glassfish.tyrus.core.CloseReasons;
import org.glassfish.tyrus.spi.ClientContainer;
import org.glassfish.tyrus.spi.ClientEngine;
import org.glassfish.tyrus.spi.ClientEngine.ClientUpgradeInfo;
import org.glassfish.tyrus.spi.ClientEngine.ClientUpgradeStatus;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tyrus over plain blocking sockets and virtual threads. Tyrus' own container does not notice a
/// server that closes during the handshake, and waits for its timeout.
public final class SocketContainer implements ClientContainer {
    /// The key of the connection's [Dial] among the client's properties.
    public static final String DIAL = "org.tonewire.dial";

    private static final Logger LOG = LoggerFactory.getLogger(SocketContainer.class);
    private static final int BUFFER_BYTES = 16 * 1024;

    /// Of one message. A room of 512 participants fits.
    private static final int MAX_MESSAGE_BYTES = 256 * 1024;

    /// For Tyrus, which creates it by its name.
    public SocketContainer() {
        // No state is shared between connections.
    }

    /// Blocks until the server has answered.
    @Override
    public void openClientSocket(
            ClientEndpointConfig endpoint, Map<String, Object> properties, ClientEngine engine)
            throws IOException {
        Dial dial = (Dial) Objects.requireNonNull(properties.get(DIAL));
        UpgradeRequest request = engine.createUpgradeRequest(null);
        boolean upgraded = false;
        try {
            upgraded = upgrade(dial, dial.open(request.getRequestURI()), request, engine);
        } finally {
            if (!upgraded) {
                dial.abort();
            }
        }
    }

    /// @return false when the server refuses; the engine knows why
    private static boolean upgrade(
            Dial dial, Socket socket, UpgradeRequest request, ClientEngine engine)
            throws IOException {
        socket.getOutputStream().write(HttpUpgrade.request(request));
        InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        var response = HttpUpgrade.response(in);
        socket.setSoTimeout(0);
        SocketWriter writer = new SocketWriter(socket, dial::closed);
        ClientUpgradeInfo info = engine.processResponse(response, writer, _ -> writer.close());
        if (info.getUpgradeStatus() != ClientUpgradeStatus.SUCCESS) {
            return false;
        }
        Connection connection = info.createConnection();
        writer.start();
        Thread.ofVirtual().name("signaling-read").start(() -> read(in, connection));
        return true;
    }

    private static void read(InputStream in, Connection connection) {
        byte[] buffer = new byte[BUFFER_BYTES];
        FrameLimit limit = new FrameLimit(MAX_MESSAGE_BYTES);
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                limit.pass(buffer, count);
                connection.getReadHandler().handle(ByteBuffer.wrap(Arrays.copyOf(buffer, count)));
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("a socket broke while it was read", e);
        } finally {
            connection.close(CloseReasons.CLOSED_ABNORMALLY.getCloseReason());
        }
    }
}
