package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.FullHttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A web page that calls between browsers, by the path dialect. Its Content-Security-Policy allows
/// only its own script and style.
final class ClientPage {
    private static final String STYLE = resource("client.css");
    private static final String SCRIPT = resource("client.js");
    private static final String PAGE =
            resource("client.html").replace("%STYLE%", STYLE).replace("%SCRIPT%", SCRIPT);
    private static final String POLICY =
            "default-src 'none'; style-src '"
                    + HttpReplies.hash(STYLE)
                    + "'; script-src '"
                    + HttpReplies.hash(SCRIPT)
                    + "'; connect-src 'self' ws: wss:; media-src blob: mediastream:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private ClientPage() {}

    static FullHttpResponse response() {
        return HttpReplies.page(PAGE, POLICY);
    }

    private static String resource(String name) {
        try (InputStream in = ClientPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
