package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.FullHttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What routes return.
final class Answers {
    private Answers() {}

    static Optional<CompletionStage<FullHttpResponse>> now(FullHttpResponse response) {
        return Optional.of(CompletableFuture.completedFuture(response));
    }

    static Optional<CompletionStage<FullHttpResponse>> later(
            CompletionStage<FullHttpResponse> response) {
        return Optional.of(response);
    }

    static Optional<CompletionStage<FullHttpResponse>> notMine() {
        return Optional.empty();
    }
}
