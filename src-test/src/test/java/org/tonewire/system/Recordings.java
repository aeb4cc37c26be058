package org.tonewire.system;

import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.tonewire.testbed.sound.StereoSound;

/// Reads what was recorded.
final class Recordings {
    private Recordings() {}

    static StereoSound read(Path file) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            AudioFormat format = in.getFormat();
            int frame = format.getFrameSize();
            int sample = frame / format.getChannels();
            byte[] bytes = in.readAllBytes();
            float[] left = new float[bytes.length / frame];
            float[] right = new float[left.length];
            for (int i = 0; i < left.length; i++) {
                left[i] = sample(bytes, i * frame, sample);
                right[i] = sample(bytes, (i + 1) * frame - sample, sample);
            }
            return new StereoSound(left, right, Math.round(format.getFrameRate()));
        }
    }

    private static float sample(byte[] bytes, int at, int length) {
        int value = bytes[at + length - 1];
        for (int i = length - 2; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        return (float) (value / Math.pow(2, 8 * length - 1));
    }
}
