package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.tonewire.signaling.codec.ClientMessageCodec;
import org.tonewire.signaling.codec.Decoded;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.OwnerSignature;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.ProtocolVersion;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.IdentitySignature;
import org.tonewire.signaling.protocol.key.Nonce;

/// A WebSocket client on a bare socket. It reads and answers pings only if the test does so.
final class RawClient implements AutoCloseable {
    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    static RawClient connect(int port) throws IOException {
        return connect(port, "/api/v1/signal");
    }

    static RawClient connect(int port, String path, String... headers) throws IOException {
        RawClient client = new RawClient(socket(port));
        client.write(request(path, headers));
        assertThat(client.readHead()).startsWith("HTTP/1.1 101");
        return client;
    }

    /// The status of the response to a WebSocket handshake at this path.
    static int handshake(int port, String path, String... headers) {
        try (RawClient client = new RawClient(socket(port))) {
            client.write(request(path, headers));
            return Integer.parseInt(client.readHead().substring(9, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A connection that sends only this text.
    static RawClient halfOpen(int port, String start) throws IOException {
        RawClient client = new RawClient(socket(port));
        client.write(start.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    /// Breaks the connection with a reset.
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static Socket socket(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout((int) Waiting.LIMIT.toMillis());
        return socket;
    }

    private static byte[] request(String path, String... headers) {
        StringBuilder request =
                new StringBuilder(
                        """
                        GET %s HTTP/1.1\r
                        Host: localhost\r
                        Upgrade: websocket\r
                        Connection: Upgrade\r
                        Sec-WebSocket-Version: 13\r
                        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                        """
                                .formatted(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        return request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    void open(String name, AccessKey key) throws IOException {
        send(new ClientMessage.Hello(ProtocolVersion.CURRENT, "raw"));
        JoinIdentity identity = new TestIdentity().join(readChallenge(), key, TestServer.STUDIO);
        send(new ClientMessage.Open(TestServer.STUDIO, new ParticipantName(name), key, identity));
    }

    /// Opens a room as an owner that no other request has.
    void own(RoomName room, AccessKey key) throws IOException {
        send(new ClientMessage.Hello(ProtocolVersion.CURRENT, "raw"));
        Nonce nonce = readChallenge();
        TestIdentity owner = new TestIdentity();
        IdentitySignature signature =
                owner.sign(nonce.ownText(key.prove(nonce, room.value()), room.value()));
        send(
                new ClientMessage.Own(
                        room, key, new OwnerSignature(owner.identity().key(), signature)));
    }

    private Nonce readChallenge() throws IOException {
        ServerMessage first = readMessage();
        return first instanceof ServerMessage.Challenge challenge
                ? challenge.nonce()
                : fail("not a challenge: %s", first);
    }

    /// Reads frames until a text arrives. Fails if the server closes.
    ServerMessage readMessage() throws IOException {
        InputStream in = socket.getInputStream();
        while (true) {
            int opcode = in.read() & 0x0f;
            int length = in.read();
            if (length == 126) {
                length = in.read() << 8 | in.read();
            }
            assertThat(length).as("the length of a frame").isNotNegative();
            String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            assertThat(opcode).as("%s is not of a close", text).isNotEqualTo(8);
            if (opcode == 1) {
                return ServerMessageCodec.decode(text)
                                instanceof Decoded.Message<ServerMessage>(ServerMessage message)
                        ? message
                        : fail("not understood: %s", text);
            }
        }
    }

    void send(ClientMessage message) throws IOException {
        send(ClientMessageCodec.encode(message).getBytes(StandardCharsets.UTF_8));
    }

    /// Sends a text frame of these bytes, which need not be valid UTF-8.
    void send(byte[] payload) throws IOException {
        send(0x81, payload);
    }

    /// Begins a text with this part, which more parts may follow.
    void begin(byte[] part) throws IOException {
        send(0x01, part);
    }

    /// Goes on with a text, and does not end it.
    void goOn(byte[] part) throws IOException {
        send(0x00, part);
    }

    private void send(int start, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(start);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        write(frame.toByteArray());
    }

    /// Sends bytes that need not be a frame.
    void sendBytes(byte[] bytes) throws IOException {
        write(bytes);
    }

    /// Reads until the server has closed the connection, or a reset says the same.
    byte[] readToEnd() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    /// Reads until the server closes or resets the connection.
    void assertEndOfStream() throws IOException {
        assertThat(readToEnd()).isNotNull();
    }

    private String readHead() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("head so far: %s", head).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
