package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.FullHttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Some of the HTTP requests that the server answers. Called on the event loop of the request's
/// channel; must not block.
@FunctionalInterface
public interface Route {
    /// The response, complete or still to come; empty if another route has to answer this request.
    Optional<CompletionStage<FullHttpResponse>> answer(WebRequest request);

    /// A response that is complete.
    static Optional<CompletionStage<FullHttpResponse>> now(FullHttpResponse response) {
        return Optional.of(CompletableFuture.completedFuture(response));
    }

    /// A response that another thread completes.
    static Optional<CompletionStage<FullHttpResponse>> later(
            CompletionStage<FullHttpResponse> response) {
        return Optional.of(response);
    }

    /// Leaves the request to the next route.
    static Optional<CompletionStage<FullHttpResponse>> notMine() {
        return Optional.empty();
    }
}
