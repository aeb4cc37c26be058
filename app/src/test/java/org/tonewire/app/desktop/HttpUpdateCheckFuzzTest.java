package org.tonewire.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.shell.Versions;

/// Whatever the version file holds, it names a newer version, with a page that is safe to open, or
/// nothing.
final class HttpUpdateCheckFuzzTest {
    private static final String RUNNING = "1.2.3";

    @MethodSource("files")
    @FuzzTest
    void everyFileIsANewerVersionOrNothing(byte[] utf8) {
        new HttpUpdateCheck(RUNNING)
                .read(new String(utf8, StandardCharsets.UTF_8))
                .ifPresent(found -> {
                    assertThat(Versions.isNewer(found.version(), RUNNING)).isTrue();
                    assertThat(found.page().orElse("https://")).startsWith("https://");
                });
    }

    static Stream<byte[]> files() {
        return Stream.of(
                        "{\"version\": \"1.3.0\", \"page\": \"https://example.org\"}",
                        "{\"version\": 2, \"page\": [[\"file:///\"]]}")
                .map(file -> file.getBytes(StandardCharsets.UTF_8));
    }
}
