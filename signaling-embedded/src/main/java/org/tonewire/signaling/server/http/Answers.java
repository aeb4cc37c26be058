package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.FullHttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What routes return.
public final class Answers {
    private Answers() {}

    public static Optional<CompletionStage<FullHttpResponse>> now(FullHttpResponse response) {
        return Optional.of(CompletableFuture.completedFuture(response));
    }

    public static Optional<CompletionStage<FullHttpResponse>> later(
            CompletionStage<FullHttpResponse> response) {
        return Optional.of(response);
    }

    public static Optional<CompletionStage<FullHttpResponse>> notMine() {
        return Optional.empty();
    }
}
