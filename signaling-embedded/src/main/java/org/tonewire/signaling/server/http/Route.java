package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.FullHttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// A part of what the server answers to HTTP.
@FunctionalInterface
public interface Route {
    /// The answer, at once or when it is known; nothing where the request is for somebody else. On
    /// the thread of the request's channel.
    Optional<CompletionStage<FullHttpResponse>> answer(WebRequest request);
}
