package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.FullHttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// `GET /metrics`, for Prometheus. Contains neither room names nor participant names.
public final class MetricsRoute implements Route {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<String> metrics;

    /// @param metrics returns the metrics in the text format of Prometheus
    public MetricsRoute(Supplier<String> metrics) {
        this.metrics = metrics;
    }

    @Override
    public Optional<CompletionStage<FullHttpResponse>> answer(WebRequest request) {
        if (!request.isAt("metrics")) {
            return Route.notMine();
        }
        return Route.now(
                request.isRead()
                        ? HttpReplies.text(TYPE, metrics.get())
                        : HttpReplies.methodNotAllowed());
    }
}
