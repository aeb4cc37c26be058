package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.FullHttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.tonewire.signaling.server.metric.ServerMetrics;

/// `GET /metrics`, for Prometheus. Names neither rooms nor people.
public final class MetricsRoute implements Route {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final ServerMetrics figures;

    public MetricsRoute(ServerMetrics figures) {
        this.figures = figures;
    }

    @Override
    public Optional<CompletionStage<FullHttpResponse>> answer(WebRequest request) {
        if (!request.isAt("metrics")) {
            return Answers.notMine();
        }
        return Answers.now(
                request.isRead()
                        ? HttpReplies.text(TYPE, figures.text())
                        : HttpReplies.methodNotAllowed());
    }
}
