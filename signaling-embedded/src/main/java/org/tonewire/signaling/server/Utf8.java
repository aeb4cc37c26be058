package org.tonewire.signaling.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Text of WebSocket messages, which is UTF-8 and nothing else (RFC 6455 section 8.1).
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /// The text of a whole message, or nothing where it is no UTF-8. The JDK decodes quickly but
    /// puts a replacement character for what it cannot read; only where there is one, which may
    /// also have been sent as such, the bytes are looked at strictly.
    static Optional<String> read(ByteBuf bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 || isUtf8(bytes)
                ? Optional.of(text)
                : Optional.empty();
    }

    private static boolean isUtf8(ByteBuf bytes) {
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(bytes.nioBuffer());
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    static ByteBuf write(ByteBufAllocator allocator, String text) {
        return ByteBufUtil.writeUtf8(allocator, text);
    }
}
