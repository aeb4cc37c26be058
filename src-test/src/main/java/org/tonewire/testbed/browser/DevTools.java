package org.tonewire.testbed.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The DevTools protocol of one page: calls and their results. One thread calls.
final class DevTools implements WebSocket.Listener {
    private static final int LIMIT_SECONDS = 120;

    private final ConcurrentHashMap<Integer, CompletableFuture<JsonObject>> calls =
            new ConcurrentHashMap<>();
    private final StringBuilder partial = new StringBuilder();
    private final Supplier<String> report;
    private final CompletableFuture<WebSocket> socket;
    private int lastId;

    private DevTools(HttpClient http, URI page, Supplier<String> report) {
        this.report = report;
        this.socket = http.newWebSocketBuilder().buildAsync(page, this);
    }

    /// @param report what the browser said, for the message of a failure
    static DevTools connect(HttpClient http, URI page, Supplier<String> report) {
        return new DevTools(http, page, report);
    }

    JsonObject call(String method, JsonObject parameters) {
        int id = ++lastId;
        JsonObject call = new JsonObject();
        call.addProperty("id", id);
        call.addProperty("method", method);
        call.add("params", parameters);
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        calls.put(id, answer);
        try {
            socket.thenCompose(open -> open.sendText(call.toString(), true))
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            JsonObject done = answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!done.has("result")) {
                throw new AssertionError(method + ": " + done);
            }
            return done.getAsJsonObject("result");
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(method + " had no answer: " + report.get(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + " was interrupted", e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(
            WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonObject message = JsonParser.parseString(partial.toString()).getAsJsonObject();
            partial.setLength(0);
            if (message.has("id")) {
                CompletableFuture<JsonObject> call = calls.remove(message.get("id").getAsInt());
                if (call != null) {
                    call.complete(message);
                }
            }
        }
        webSocket.request(1);
        return null;
    }
}
