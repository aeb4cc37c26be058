package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Each random input has a seed, which a failure names.
class Utf8Test {
    private static final int INPUTS = 20_000;
    private static final int MAX_BYTES = 40;

    @Test
    void bytesThatTheJdkRejectsAreNoText() {
        for (int seed = 0; seed < INPUTS; seed++) {
            byte[] bytes = bytes(new Random(seed));
            assertThat(Utf8.read(Unpooled.wrappedBuffer(bytes)))
                    .as("seed %d: %s", seed, HexFormat.of().formatHex(bytes))
                    .isEqualTo(strictly(bytes));
        }
    }

    @Test
    void writtenTextIsReadUnchanged() {
        for (int seed = 0; seed < INPUTS; seed++) {
            String text = text(new Random(seed));
            ByteBuf written = Utf8.write(ByteBufAllocator.DEFAULT, text);
            try {
                assertThat(Utf8.read(written)).as("seed %d", seed).contains(text);
            } finally {
                written.release();
            }
        }
    }

    @Test
    void aReplacementCharacterMayBeSent() {
        byte[] bytes = "a\uFFFDb".getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.read(Unpooled.wrappedBuffer(bytes))).contains("a\uFFFDb");
    }

    @Test
    void anIncompleteCharacterIsNoText() {
        assertThat(Utf8.read(Unpooled.wrappedBuffer(new byte[] {'a', (byte) 0xC3}))).isEmpty();
    }

    static Optional<String> strictly(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// Whole characters of every length; in half of the cases one byte is changed.
    private static byte[] bytes(Random random) {
        byte[] bytes = text(random).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(MAX_BYTES / 4); i > 0; i--) {
            int bits = 1 + random.nextInt(21);
            int point = random.nextInt(1 << bits) % (Character.MAX_CODE_POINT + 1);
            text.appendCodePoint(isHalf(point) ? '\uFFFD' : point);
        }
        return text.toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
