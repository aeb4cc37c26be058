package org.tonewire.app.rtc.sound;

/// Converts between float frames and little-endian 16-bit samples, libwebrtc's form on every
/// platform. Allocates nothing.
final class Pcm16 {
    static final float SCALE = 32_768f;

    private Pcm16() {}

    /// Rounds to nearest and clips; NaN becomes silence.
    static void pack(float[] values, byte[] bytes) {
        for (int i = 0; i < values.length; i++) {
            put(bytes, i, values[i]);
        }
    }

    static void put(byte[] bytes, int index, float value) {
        int sample = Math.clamp(Math.round(value * SCALE), -32_768, 32_767);
        bytes[2 * index] = (byte) sample;
        bytes[2 * index + 1] = (byte) (sample >> 8);
    }

    static float get(byte[] bytes, int index) {
        return (short) ((bytes[2 * index] & 0xff) | (bytes[2 * index + 1] << 8)) / SCALE;
    }
}
