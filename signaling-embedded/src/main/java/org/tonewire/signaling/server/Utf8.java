package org.tonewire.signaling.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The text of WebSocket messages, which must be valid UTF-8 (RFC 6455, section 8.1).
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /// The text of a whole message; empty if it is not valid UTF-8. The fast decoder of the JDK
    /// replaces what is malformed by U+FFFD. Only if the text contains that character, which a
    /// client may also send, the bytes are validated.
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

    /// As bytes.
    static int length(String text) {
        return ByteBufUtil.utf8Bytes(text);
    }

    static ByteBuf write(ByteBufAllocator allocator, String text) {
        return ByteBufUtil.writeUtf8(allocator, text);
    }
}
