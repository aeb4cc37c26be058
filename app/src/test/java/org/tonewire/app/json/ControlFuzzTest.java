package org.tonewire.app.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.control.ControlMessage.Chat;
import org.tonewire.app.core.control.ControlMessage.State;
import org.tonewire.app.core.control.ControlMessage.TrackInfo;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;

/// Whatever a stranger's program sends on the control channel, it is a bounded message or none;
/// what is read is written as a text that reads the same.
final class ControlFuzzTest {
    private final JsonControlCodec codec = new JsonControlCodec();

    @MethodSource("messages")
    @FuzzTest
    void everyMessageIsBoundedAndComesBackAsItWent(byte[] utf8) {
        codec.decode(new String(utf8, StandardCharsets.UTF_8))
                .ifPresent(message -> {
                    StrangersTextTest.mustBeBounded(message);
                    assertThat(codec.decode(codec.encode(message))).contains(message);
                });
    }

    static Stream<byte[]> messages() {
        TrackInfo mix = new TrackInfo(new TrackId("source-1"), "Mix", Profile.MUSIC, true);
        TrackInfo voice =
                new TrackInfo(new TrackId("source-2"), "\ud83c\udfb5", Profile.VOICE, false);
        return Stream.<ControlMessage>of(
                        new Chat("hello\nyou"), new State("Ann", List.of(mix, voice)))
                .map(message -> new JsonControlCodec().encode(message))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
