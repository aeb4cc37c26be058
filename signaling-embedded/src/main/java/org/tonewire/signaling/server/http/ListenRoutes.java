package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The page on which guests listen, and the client library for web pages, which is one script. The
/// page may load what this server serves and nothing else. It does not show whether a room exists.
public final class ListenRoutes implements Route {
    private static final String SCRIPT = "text/javascript";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:;"
                    + " connect-src 'self' ws: wss:; media-src blob: mediastream:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final WebFile PAGE =
            new WebFile("text/html", WebFile.resource("listen/listen.html"));

    private static final Map<String, WebFile> FILES =
            Map.of(
                    "tonewire.js",
                    new WebFile(
                            SCRIPT,
                            String.join(
                                    "\n;\n",
                                    WebFile.script("js-sha256", "build/sha256.min.js"),
                                    WebFile.script("tweetnacl", "nacl-fast.min.js"),
                                    WebFile.resource("listen/tonewire.js"))),
                    "listen.js",
                    new WebFile(SCRIPT, WebFile.resource("listen/listen.js")),
                    "listen-texts.js",
                    new WebFile(SCRIPT, WebFile.resource("listen/listen-texts.js")),
                    "listen.css",
                    new WebFile("text/css", WebFile.resource("listen/listen.css")));

    @Override
    public Optional<CompletionStage<FullHttpResponse>> answer(WebRequest request) {
        List<String> path = request.target().path();
        Optional<WebFile> file =
                path.size() == 1 ? Optional.ofNullable(FILES.get(path.getFirst())) : page(path);
        if (file.isEmpty()) {
            return Route.notMine();
        }
        if (!request.isRead()) {
            return Route.now(HttpReplies.methodNotAllowed());
        }
        FullHttpResponse response = file.get().response(request, POLICY);
        if (request.isAt("tonewire.js")) {
            response.headers().set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        return Route.now(response);
    }

    private static Optional<WebFile> page(List<String> path) {
        return path.size() == 2 && path.getFirst().equals("listen")
                ? Optional.of(PAGE)
                : Optional.empty();
    }
}
