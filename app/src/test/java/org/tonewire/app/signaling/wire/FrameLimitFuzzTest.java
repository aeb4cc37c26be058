package org.tonewire.app.signaling.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// A stream of bytes passes or not as its frames say, read one after the other, and however the
/// bytes arrive. The first byte is the length of the pieces.
final class FrameLimitFuzzTest {
    private static final int MAX = 70_000;
    private static final int MAX_CONTROL = 125;

    @MethodSource("streams")
    @FuzzTest
    void aStreamPassesAsItsFramesSay(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] stream = Arrays.copyOfRange(input, 1, input.length);
        boolean allowed = isAllowed(stream);

        assertThat(passes(stream, 1 + Byte.toUnsignedInt(input[0]))).isEqualTo(allowed);
        assertThat(passes(stream, Math.max(1, stream.length))).isEqualTo(allowed);
    }

    private static boolean passes(byte[] stream, int piece) {
        FrameLimit limit = new FrameLimit(MAX);
        try {
            for (int at = 0; at < stream.length; at += piece) {
                byte[] next = Arrays.copyOfRange(stream, at, Math.min(at + piece, stream.length));
                limit.pass(next, next.length);
            }
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// RFC 6455, section 5.2.
    private static boolean isAllowed(byte[] stream) {
        int at = 0;
        int message = 0;
        while (stream.length - at >= 2) {
            int small = stream[at + 1] & 0x7f;
            int lengthBytes = small == 126 ? 2 : small == 127 ? 8 : 0;
            int header = 2 + lengthBytes + ((stream[at + 1] & 0x80) != 0 ? 4 : 0);
            if (stream.length - at < header) {
                return true;
            }
            BigInteger length =
                    lengthBytes == 0
                            ? BigInteger.valueOf(small)
                            : new BigInteger(1, stream, at + 2, lengthBytes);
            boolean control = (stream[at] & 0x08) != 0;
            int most = control ? MAX_CONTROL : MAX - message;
            if (length.compareTo(BigInteger.valueOf(most)) > 0) {
                return false;
            }
            if (!control) {
                message = (stream[at] & 0x80) != 0 ? 0 : message + length.intValue();
            }
            at = Math.min(stream.length, at + header + length.intValue());
        }
        return true;
    }

    static Stream<byte[]> streams() {
        return Stream.of(
                        "00" + "8101aa" + "890112" + "010261620000" + "8001ff",
                        "02" + "81fe0001a1a2a3a4ff" + "817f0000000000010000",
                        "01" + "0105616263646580" + "7f7fffffffffffffff")
                .map(HexFormat.of()::parseHex);
    }
}
