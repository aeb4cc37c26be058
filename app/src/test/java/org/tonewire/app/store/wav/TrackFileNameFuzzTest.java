package org.tonewire.app.store.wav;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever participant and track are called, with a line break between them, their file is one in
/// the folder, of a length that every file system takes.
final class TrackFileNameFuzzTest {
    private static final String TIME = "2026-03-01 20.15.00";

    @MethodSource("names")
    @FuzzTest
    void everyNameIsAFileInTheFolder(byte[] utf8) {
        String[] names = new String(utf8, StandardCharsets.UTF_8).split("\n", 2);
        Path folder = Path.of("music");
        Path file =
                TrackFileName.of(TIME, names[0], names.length > 1 ? names[1] : "")
                        .in(folder, TrackFileName.MAX_NUMBER);
        String name = file.getFileName().toString();

        assertThat(file.getParent()).isEqualTo(folder);
        assertThat(name).startsWith(TIME + " ").endsWith(" (9999).wav");
        assertThat(name.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(TrackFileName.MAX_BYTES);
    }

    static Stream<byte[]> names() {
        return Stream.of("Ann\nMix", "../..\nCON", "田中".repeat(40) + "\n\uD83C\uDFB5\u202e")
                .map(names -> names.getBytes(StandardCharsets.UTF_8));
    }
}
