package org.tonewire.signaling.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class StrictTextTest {
    @Property(tries = 5_000)
    void whatTheJdkFindsStrictlyWrongIsNoText(@ForAll byte[] bytes) {
        assertThat(StrictText.read(Unpooled.wrappedBuffer(bytes))).isEqualTo(strictly(bytes));
    }

    @Property
    void whatIsWrittenIsRead(@ForAll String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteBuf written =
                StrictText.write(
                        ByteBufAllocator.DEFAULT, new String(utf8, StandardCharsets.UTF_8));
        try {
            assertThat(StrictText.read(written)).contains(new String(utf8, StandardCharsets.UTF_8));
        } finally {
            written.release();
        }
    }

    @Example
    void aReplacementCharacterMayBeSent() {
        byte[] bytes = "a\uFFFDb".getBytes(StandardCharsets.UTF_8);
        assertThat(StrictText.read(Unpooled.wrappedBuffer(bytes))).contains("a\uFFFDb");
    }

    @Example
    void halfACharacterIsNoText() {
        assertThat(StrictText.read(Unpooled.wrappedBuffer(new byte[] {'a', (byte) 0xC3})))
                .isEmpty();
    }

    private static Optional<String> strictly(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
