package org.tonewire.signaling.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.tonewire.signaling.protocol.RoomName;

/// The web page of an invite: explains how to open it. It loads nothing, runs no script, and does
/// not show whether the room exists.
public final class RoomPage {
    private static final String STYLE =
            """
            :root{color-scheme:light dark;font:1.1rem/1.6 system-ui,sans-serif}
            body{max-width:36rem;margin:12vh auto;padding:0 1.5rem}
            h1{font-size:1.6rem;line-height:1.3;overflow-wrap:anywhere}
            code{font-size:.95em}\
            """;

    /// The source expression that allows this style in a Content-Security-Policy.
    static final String STYLE_HASH = "sha256-" + sha256(STYLE);

    private static final String HOW_TO_OPEN =
            """
            <p>This address is an invite to listen and play together.</p>
            <ol>
            <li>Copy the whole address of this page, with the part after the <code>#</code>.</li>
            <li>Open Tonewire, choose <em>Join</em> and paste it.<br>
            Or in a terminal: <code>tonewire join "ADDRESS"</code></li>
            </ol>
            <p>The part after the <code>#</code> is the key to the room. Your browser has not \
            sent it here.</p>\
            """;

    private static final String WHAT_IT_IS =
            """
            <p>Tonewire sends sound between computers. This server connects its participants.</p>
            <p>To join a room, you need its invite.</p>\
            """;

    private RoomPage() {}

    /// The page of a room, or that of the server.
    public static String of(Optional<RoomName> room) {
        return room.map(name -> page("Tonewire room \u201C" + name + "\u201D", HOW_TO_OPEN))
                .orElseGet(() -> page("Tonewire", WHAT_IT_IS));
    }

    private static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>%1$s</title>
        <style>%2$s</style>
        </head>
        <body>
        <h1>%1$s</h1>
        %3$s
        </body>
        </html>
        """
                .formatted(escape(title), STYLE, body);
    }

    /// Room names cannot contain HTML characters at present; this is a second line of defence.
    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
