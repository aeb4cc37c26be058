package org.tonewire.signaling.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A client of any family on the WebSocket of the JDK. Stores the texts that arrive until the test
/// takes them.
final class TextClient implements AutoCloseable, WebSocket.Listener {
    private final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    TextClient(HttpClient http, URI uri) {
        this.socket = http.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    TextClient send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    /// The next text. Fails if none arrives in time.
    String next() {
        try {
            @Nullable String text = texts.poll(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("no text came; socket closed: " + closed);
            }
            return text;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /// The texts that arrived and were not taken.
    List<String> rest() {
        return List.copyOf(texts);
    }

    /// The close frame that arrived, as `code reason`.
    String closing() {
        return closed.orTimeout(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /// Closes with 1001, as a browser does when its page is left.
    void leave() {
        socket.sendClose(1001, "").join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(
            WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            texts.add(partial.toString());
            partial.setLength(0);
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
    }
}
