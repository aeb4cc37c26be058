package org.tonewire.signaling.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Decoding returns a value and never throws, whatever the text.
final class CodecFuzzTest {
    @MethodSource("messages")
    @FuzzTest
    void noTextMakesDecodingThrow(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        ClientMessageCodec.decode(text);
        ServerMessageCodec.decode(text);
    }

    static Stream<byte[]> messages() {
        return Messages.texts().stream().map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
