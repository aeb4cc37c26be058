package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes are read as the strict decoder of the JDK reads them.
final class Utf8FuzzTest {
    @MethodSource("texts")
    @FuzzTest
    void everyTextIsReadAsByTheStrictDecoderOfTheJdk(byte[] bytes) {
        assertThat(Utf8.read(Unpooled.wrappedBuffer(bytes))).isEqualTo(Utf8Test.strictly(bytes));
    }

    static Stream<byte[]> texts() {
        return Stream.of("plain", "é€😀", "\uFFFD")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
