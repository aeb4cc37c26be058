package org.tonewire.app.rtc.sound;

import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;

/// Makes 10 ms float stereo frames of what libwebrtc renders: its first calls are mono and may have
/// another rate, and nothing promises 480 samples a call. Other rates are interpolated linearly;
/// they are seen only before a track's first packet. One audio thread; allocates nothing.
final class PcmFramer {
    private final FrameSink sink;
    private final float[] frame = new float[AudioFormat.FRAME_VALUES];

    /// Values in the frame so far.
    private int filled;

    /// Of the frame that is being filled, but for what was skipped.
    private long position;

    private long skipped;
    private boolean begun;

    /// Where the next output sample lies between the last input sample and the coming one.
    private double phase;

    private float lastLeft;
    private float lastRight;

    PcmFramer(FrameSink sink) {
        this.sink = sink;
    }

    /// So many samples of the clock were never pulled, since the puller began. What was skipped
    /// before the first call is not this track's.
    void skippedTo(long samples) {
        if (!begun) {
            begun = true;
            position = -samples;
        }
        skipped = samples;
    }

    /// Takes interleaved samples; what is not 16-bit sound is passed over.
    ///
    /// @param frames samples per channel
    void accept(byte[] data, int bits, int rateHz, int channels, int frames) {
        if (bits != 16 || rateHz <= 0 || channels <= 0 || data.length < 2L * channels * frames) {
            return;
        }
        boolean sameRate = rateHz == AudioFormat.SAMPLE_RATE_HZ;
        double step = (double) rateHz / AudioFormat.SAMPLE_RATE_HZ;
        int second = channels > 1 ? 1 : 0;
        for (int i = 0; i < frames; i++) {
            float left = Pcm16.get(data, i * channels);
            float right = Pcm16.get(data, i * channels + second);
            if (sameRate) {
                put(left, right);
            } else {
                interpolate(left, right, step);
            }
        }
    }

    private void interpolate(float left, float right, double step) {
        while (phase < 1) {
            float share = (float) phase;
            put(lastLeft + (left - lastLeft) * share, lastRight + (right - lastRight) * share);
            phase += step;
        }
        phase -= 1;
        lastLeft = left;
        lastRight = right;
    }

    private void put(float left, float right) {
        frame[filled++] = left;
        frame[filled++] = right;
        if (filled == frame.length) {
            filled = 0;
            sink.accept(frame, position + skipped);
            position += AudioFormat.FRAME_SAMPLES;
        }
    }
}
