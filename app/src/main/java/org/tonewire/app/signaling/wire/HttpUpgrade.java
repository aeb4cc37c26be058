package org.tonewire.app.signaling.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.core.Utils;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.glassfish.tyrus.spi.UpgradeResponse;

/// The HTTP request and response that turn a connection into a WebSocket (RFC 6455 section 4.1).
final class HttpUpgrade {
    private static final int MAX_HEAD = 16 * 1024;
    private static final int STATUS_PARTS = 3;
    private static final String[] NONE = {};

    private HttpUpgrade() {}

    static byte[] request(UpgradeRequest request) {
        StringBuilder text =
                new StringBuilder("GET ")
                        .append(request.getRequestURI().getRawPath())
                        .append(" HTTP/1.1\r\n");
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.getHeaders());
        // Tyrus finds no host in an address whose host has an underscore.
        headers.put("Host", List.of(request.getRequestURI().getRawAuthority()));
        headers.forEach((name, values) ->
                text.append(name).append(": ").append(String.join(", ", values)).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Reads the response's head and nothing after it.
    static UpgradeResponse response(InputStream in) throws IOException {
        List<String> lines = head(in);
        TyrusUpgradeResponse response = new TyrusUpgradeResponse();
        String[] status = lines.isEmpty() ? NONE : lines.getFirst().split(" ", STATUS_PARTS);
        try {
            response.setStatus(Integer.parseInt(status[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
            throw new ProtocolException("this is not HTTP");
        }
        response.setReasonPhrase(status.length == STATUS_PARTS ? status[2] : "");
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                response.getHeaders()
                        .computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                        .addAll(Utils.parseHeaderValue(line.substring(colon + 1).strip()));
            }
        }
        return response;
    }

    private static List<String> head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n", Math.max(0, text.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed before an answer");
            }
            if (text.length() == MAX_HEAD) {
                throw new ProtocolException("the answer has no end");
            }
            text.append((char) next);
        }
        return text.toString().strip().lines().toList();
    }
}
