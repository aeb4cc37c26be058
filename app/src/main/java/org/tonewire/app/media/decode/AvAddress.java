package org.tonewire.app.media.decode;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.tonewire.app.core.address.WebAddress;

/// What FFmpeg is to open, and what that may open in turn: playlists, image sequences and lists of
/// segments name files and addresses. A local file may open nothing further; an address only
/// further addresses, and their keys.
final class AvAddress {
    private static final String NETWORK_ONLY = "http,https,tls,tcp,httpproxy,crypto";
    private static final String NOTHING = "none";

    /// Waiting ends by the interrupt's deadline instead.
    private static final String UNLIMITED = "1000000";

    private final byte[] text;
    private final Map<String, String> transport;
    private final Map<String, String> format;
    private final Optional<String> formatName;

    private AvAddress(
            byte[] text,
            Map<String, String> transport,
            Map<String, String> format,
            Optional<String> formatName) {
        this.text = text;
        this.transport = transport;
        this.format = format;
        this.formatName = formatName;
    }

    static AvAddress file(Path path) {
        return new AvAddress(
                fileName(path), Map.of(), Map.of("protocol_whitelist", NOTHING), Optional.empty());
    }

    /// @param stallLimit how long a read may wait for data before it fails
    /// @param proxy `http://HOST:PORT`; empty for a direct connection
    static AvAddress web(WebAddress address, Duration stallLimit, String proxy) {
        Map<String, String> transport = new HashMap<>();
        transport.put("protocol_whitelist", NETWORK_ONLY);
        transport.put("user_agent", "Tonewire");
        transport.put("rw_timeout", Long.toString(stallLimit.toNanos() / 1_000));
        transport.put("reconnect", "1");
        transport.put("reconnect_delay_max", "2");
        transport.put("http_proxy", proxy);
        Map<String, String> format = new HashMap<>();
        format.put("protocol_whitelist", NETWORK_ONLY);
        format.put("probesize", "262144");
        format.put("analyzeduration", "2000000");
        format.put("allowed_extensions", "ALL");
        format.put("allowed_segment_extensions", "ALL");
        format.put("extension_picky", "0");
        format.put("max_reload", UNLIMITED);
        format.put("m3u8_hold_counters", UNLIMITED);
        return new AvAddress(
                address.uri().toString().getBytes(StandardCharsets.US_ASCII),
                transport,
                format,
                Optional.empty());
    }

    /// Whether it is on this computer.
    boolean isLocal() {
        return transport.isEmpty();
    }

    /// The same as a list of segments (HLS), which FFmpeg knows by its name only.
    AvAddress asSegments() {
        return new AvAddress(text, transport, format, Optional.of("hls"));
    }

    /// The bytes of its name, which need not be UTF-8: the URI has them as they are.
    private static byte[] fileName(Path path) {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        name.writeBytes("file:".getBytes(StandardCharsets.US_ASCII));
        if (File.separatorChar != '/') {
            name.writeBytes(path.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
            return name.toByteArray();
        }
        String raw = path.toUri().getRawPath();
        for (int i = 0; i < raw.length(); i++) {
            boolean escape = raw.charAt(i) == '%';
            name.write(escape ? Integer.parseInt(raw.substring(i + 1, i + 3), 16) : raw.charAt(i));
            i += escape ? 2 : 0;
        }
        return name.toByteArray();
    }

    /// The address in native memory, which the caller frees.
    BytePointer pointer() {
        BytePointer pointer = new BytePointer(text.length + 1L);
        pointer.put(text, 0, text.length).put(text.length, (byte) 0);
        return pointer;
    }

    /// Options for the protocols below.
    Map<String, String> transport() {
        return transport;
    }

    /// FFmpeg's name of the format; empty if the content tells.
    Optional<String> formatName() {
        return formatName;
    }

    /// Options for what reads the content.
    Map<String, String> format() {
        return format;
    }
}
