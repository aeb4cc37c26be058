package org.tonewire.app.core.audio;

/// The one format of sound inside this program: 48 kHz, stereo, 32-bit float (nominal range -1..1),
/// in frames of 10 ms, left and right interleaved.
public final class AudioFormat {
    public static final int SAMPLE_RATE_HZ = 48_000;
    public static final int CHANNELS = 2;

    /// Samples per channel in one frame.
    public static final int FRAME_SAMPLES = 480;

    /// Values in one frame's array: both channels.
    public static final int FRAME_VALUES = FRAME_SAMPLES * CHANNELS;

    public static final long FRAME_NANOS = 10_000_000L;

    private AudioFormat() {}
}
