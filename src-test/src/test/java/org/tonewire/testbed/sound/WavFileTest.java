package org.tonewire.testbed.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFileTest {
    @Test
    void anotherReaderFindsTheSameSamples(@TempDir Path folder)
            throws IOException, UnsupportedAudioFileException {
        var sound = Signals.tones(440, 880, 0, Duration.ofMillis(100));
        var file = WavFile.write(folder.resolve("tones.wav"), sound);

        try (var stream = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(stream.getFormat().getChannels()).isEqualTo(2);
            assertThat(stream.getFormat().getSampleRate()).isEqualTo(48_000);
            assertThat(stream.getFrameLength()).isEqualTo(4_800);
            var samples = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < sound.frames(); i++) {
                assertThat(samples.getShort()).isEqualTo(pcm16(sound.left()[i]));
                assertThat(samples.getShort()).isEqualTo(pcm16(sound.right()[i]));
            }
        }
    }

    private static short pcm16(float sample) {
        return (short) Math.round(sample * 32_767.0);
    }
}
