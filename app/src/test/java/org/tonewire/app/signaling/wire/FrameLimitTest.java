package org.tonewire.app.signaling.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameLimitTest {
    private static final int TEXT = 0x81;
    private static final int TEXT_BEGINS = 0x01;
    private static final int GOES_ON = 0x00;
    private static final int ENDS = 0x80;
    private static final int PING = 0x89;
    private static final int MAX = 70_000;

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000, 1 << 20})
    void messagesUpToTheLimitPassHoweverTheBytesArrive(int pieces) {
        frame(TEXT, 0);
        frame(TEXT, 125);
        frame(TEXT, 126);
        frame(TEXT, 65_535);
        frame(TEXT, 65_536);
        frame(TEXT, MAX);
        frame(TEXT, 5);

        assertThatCode(passed(pieces)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1 << 20})
    void aLongerFrameIsRefusedByItsHeaderAlone(int pieces) {
        frame(TEXT, MAX);
        header(TEXT, MAX + 1);

        assertThatThrownBy(passed(pieces)).isInstanceOf(IOException.class);
    }

    @Test
    void framesOfOneMessageCountTogether() {
        frame(TEXT_BEGINS, 40_000);
        frame(PING, 100);
        frame(GOES_ON, 30_000);
        header(ENDS, 1);

        assertThatThrownBy(passed(1 << 20)).isInstanceOf(IOException.class);
    }

    @Test
    void eachMessageCountsForItself() {
        for (int i = 0; i < 5; i++) {
            frame(TEXT_BEGINS, 30_000);
            frame(ENDS, 40_000);
        }

        assertThatCode(passed(1000)).doesNotThrowAnyException();
    }

    @Test
    void aLengthBeyondAllNumbersIsRefused() {
        stream.write(TEXT);
        stream.write(127);
        for (int i = 0; i < 8; i++) {
            stream.write(0xff);
        }

        assertThatThrownBy(passed(1)).isInstanceOf(IOException.class);
    }

    /// The sum of both lengths is beyond all numbers, so that it is negative.
    @Test
    void aLengthThatOverflowsTheLengthOfItsMessageIsRefused() {
        frame(TEXT_BEGINS, 10);
        stream.write(ENDS);
        stream.write(127);
        stream.write(0x7f);
        for (int i = 0; i < 7; i++) {
            stream.write(0xff);
        }

        assertThatThrownBy(passed(1)).isInstanceOf(IOException.class);
    }

    @Test
    void aControlFrameHasAtMost125Bytes() {
        frame(PING, 125);
        assertThatCode(passed(1)).doesNotThrowAnyException();

        header(PING, 126);
        assertThatThrownBy(passed(1)).isInstanceOf(IOException.class);
    }

    @Test
    void aControlFrameAmongTheFramesOfAFullMessagePasses() {
        frame(TEXT_BEGINS, MAX);
        frame(PING, 125);
        frame(ENDS, 0);

        assertThatCode(passed(1000)).doesNotThrowAnyException();
    }

    private ThrowingCallable passed(int piece) {
        return () -> {
            FrameLimit limit = new FrameLimit(MAX);
            byte[] all = stream.toByteArray();
            for (int at = 0; at < all.length; at += piece) {
                byte[] next = Arrays.copyOfRange(all, at, Math.min(at + piece, all.length));
                limit.pass(next, next.length);
            }
        };
    }

    private void frame(int first, int length) {
        header(first, length);
        stream.writeBytes(new byte[length]);
    }

    private void header(int first, int length) {
        stream.write(first);
        if (length < 126) {
            stream.write(length);
        } else if (length < 65_536) {
            stream.write(126);
            stream.write(length >> 8);
            stream.write(length);
        } else {
            stream.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                stream.write((int) ((long) length >> shift));
            }
        }
    }
}
