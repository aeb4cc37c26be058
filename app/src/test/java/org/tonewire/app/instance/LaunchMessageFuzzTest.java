package org.tonewire.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever another program writes to the socket of this one, it is a message or nothing; a message
/// is written as a line that reads the same.
final class LaunchMessageFuzzTest {
    @MethodSource("lines")
    @FuzzTest
    void everyMessageComesBackAsItWent(byte[] utf8) {
        LaunchMessage.of(new String(utf8, StandardCharsets.UTF_8))
                .ifPresent(message -> {
                    assertThat(message.line()).doesNotContain("\n", "\r");
                    assertThat(LaunchMessage.of(message.line())).contains(message);
                });
    }

    static Stream<byte[]> lines() {
        return Stream.of(
                        "tonewire 1 show",
                        "tonewire 1 join tonewire://10.0.0.1/r/Studio%20B#k=AAECAwQFBgcICQoLDA0ODw")
                .map(line -> line.getBytes(StandardCharsets.UTF_8));
    }
}
