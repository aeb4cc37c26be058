package org.tonewire.app.signaling.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a server answers, it is read as the head of a response, and nothing after it, or it is
/// refused within its limit.
final class HttpUpgradeFuzzTest {
    private static final String END = "\r\n\r\n";
    private static final int MAX_HEAD = 16 * 1024;

    @MethodSource("answers")
    @FuzzTest
    void everyAnswerIsReadToTheEndOfItsHeadOrRefused(byte[] bytes) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        boolean taken = isTaken(in);
        int length = bytes.length - in.available();
        String read = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);

        assertThat(read.length()).isLessThanOrEqualTo(MAX_HEAD + 1);
        if (taken) {
            assertThat(read.indexOf(END)).isEqualTo(read.length() - END.length());
        }
    }

    private static boolean isTaken(ByteArrayInputStream in) {
        try {
            HttpUpgrade.response(in);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    static Stream<byte[]> answers() {
        return Stream.of(
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                + "Connection: keep-alive, Upgrade\r\nSec-WebSocket-Accept: x=\r\n"
                                + END
                                + "\u0081",
                        "HTTP/1.1 503\r\nRetry-After: \"1,2\", 3\r\n" + END,
                        "\r\n" + END)
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
