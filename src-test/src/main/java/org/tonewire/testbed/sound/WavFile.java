package org.tonewire.testbed.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes 16-bit stereo WAV files.
public final class WavFile {
    private static final int HEADER_BYTES = 44;
    private static final int FRAME_BYTES = 4;

    private WavFile() {}

    /// Returns `file`, for use where it is played.
    public static Path write(Path file, StereoSound sound) throws IOException {
        int dataBytes = sound.frames() * FRAME_BYTES;
        var bytes = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(ascii("WAVE"));
        bytes.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 2);
        bytes.putInt(sound.rateHz()).putInt(sound.rateHz() * FRAME_BYTES);
        bytes.putShort((short) FRAME_BYTES).putShort((short) 16);
        bytes.put(ascii("data")).putInt(dataBytes);
        for (int i = 0; i < sound.frames(); i++) {
            bytes.putShort(pcm16(sound.left()[i])).putShort(pcm16(sound.right()[i]));
        }
        return Files.write(file, bytes.array());
    }

    private static short pcm16(float sample) {
        return (short) Math.clamp(Math.round(sample * 32_767.0), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
