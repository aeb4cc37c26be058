package org.tonewire.signaling.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever somebody is called, and a room: a name is bounded, and read again it is the same; a
/// text that is shortened is a beginning of itself within the limit.
final class NamesFuzzTest {
    private static final int MAX_BYTES = 40;

    @MethodSource("names")
    @FuzzTest
    void everyNameIsBoundedAndStaysTheSame(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        RoomName.parse(text)
                .ifPresent(room -> {
                    assertThat(RoomName.parse(room.value())).contains(room);
                    mustBeShort(room.value(), RoomName.MAX_LENGTH);
                });
        ParticipantName.parse(text)
                .ifPresent(name -> {
                    assertThat(ParticipantName.parse(name.value())).contains(name);
                    mustBeShort(name.value(), ParticipantName.MAX_LENGTH);
                });
        ParticipantId.parse(text).ifPresent(id -> assertThat(id.value()).isEqualTo(text));

        String points = Truncation.toCodePoints(text, MAX_BYTES);
        String bytes = Truncation.toUtf8Bytes(text, MAX_BYTES);
        assertThat(text).startsWith(points).startsWith(bytes);
        mustBeShort(points, MAX_BYTES);
        assertThat(bytes.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(MAX_BYTES);
    }

    private static void mustBeShort(String text, int most) {
        assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(most);
    }

    static Stream<byte[]> names() {
        return Stream.of(
                        "Studio B",
                        " Zoe\u0308 ",
                        "\uD83C\uDFB5\u200D\uD83C\uDFB5",
                        "\u202Ea\u0301")
                .map(name -> name.getBytes(StandardCharsets.UTF_8));
    }
}
