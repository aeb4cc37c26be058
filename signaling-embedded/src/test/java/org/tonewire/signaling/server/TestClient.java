package org.tonewire.signaling.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.codec.ClientMessageCodec;
import org.tonewire.signaling.codec.Decoded;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.ProtocolVersion;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.AccessKey;

/// A native client on the WebSocket of the JDK. Stores what arrives until the test takes it.
final class TestClient implements AutoCloseable, WebSocket.Listener {
    private final LinkedBlockingQueue<ServerMessage> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final HttpClient http;
    private final WebSocket socket;
    private TestIdentity identity = new TestIdentity();

    private TestClient(HttpClient http, URI uri) {
        this.http = http;
        this.socket = http.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    static TestClient connect(URI uri) {
        return new TestClient(HttpClient.newHttpClient(), uri);
    }

    static TestClient connect(URI uri, SSLContext tls) {
        return new TestClient(HttpClient.newBuilder().sslContext(tls).build(), uri);
    }

    /// Sends a hello and opens the studio by its key.
    ServerMessage.Joined open(String name, AccessKey key) {
        ServerMessage.Challenge challenge = hello();
        send(
                new ClientMessage.Open(
                        TestServer.STUDIO,
                        new ParticipantName(name),
                        key,
                        identity.join(challenge.nonce(), key, TestServer.STUDIO)));
        return next(ServerMessage.Joined.class);
    }

    /// Sends a hello and joins the studio by a proof of its key.
    TestClient join(String name, AccessKey key) {
        ServerMessage.Challenge challenge = hello();
        send(
                new ClientMessage.Join(
                        TestServer.STUDIO,
                        new ParticipantName(name),
                        key.prove(challenge.nonce(), TestServer.STUDIO.value()),
                        identity.join(challenge.nonce(), key, TestServer.STUDIO)));
        return this;
    }

    /// Has the identity of the other client from here on.
    TestClient as(TestClient other) {
        identity = other.identity;
        return this;
    }

    TestIdentity identity() {
        return identity;
    }

    ServerMessage.Challenge hello() {
        send(new ClientMessage.Hello(ProtocolVersion.CURRENT, "test"));
        return next(ServerMessage.Challenge.class);
    }

    TestClient say(ParticipantId to, PeerMessage message) {
        return send(new ClientMessage.ToPeer(to, message, Optional.empty()));
    }

    TestClient send(ClientMessage message) {
        return send(ClientMessageCodec.encode(message));
    }

    TestClient send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    TestClient sendBinary() {
        socket.sendBinary(ByteBuffer.allocate(4), true).join();
        return this;
    }

    <M extends ServerMessage> M next(Class<M> type) {
        ServerMessage message = next();
        if (!type.isInstance(message)) {
            throw new AssertionError("not a " + type.getSimpleName() + " but " + message);
        }
        return type.cast(message);
    }

    ServerMessage next() {
        try {
            @Nullable ServerMessage message =
                    messages.poll(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no message came; socket closed: " + closed);
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /// The close frame that arrived, as `code reason`.
    String closing() {
        return closed.orTimeout(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /// Breaks the connection without a close frame.
    void breakOff() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(
            WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            Decoded<ServerMessage> decoded = ServerMessageCodec.decode(partial.toString());
            partial.setLength(0);
            if (decoded instanceof Decoded.Message<ServerMessage>(ServerMessage message)) {
                messages.add(message);
            } else {
                closed.completeExceptionally(new AssertionError("not understood: " + decoded));
            }
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        http.close();
    }
}
