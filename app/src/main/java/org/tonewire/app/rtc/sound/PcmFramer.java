package org.tonewire.app.rtc.sound;

import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;

/// Makes float stereo frames of 10 ms out of libwebrtc's rendered samples: the first calls are mono
/// and may have another rate, and a call may hold any number of samples. Other rates, which occur
/// only before a track's first packet, are interpolated linearly. Used by the thread that delivers
/// received sound: `playout` on Linux, that of libwebrtc's device module elsewhere. Allocates
/// nothing.
final class PcmFramer {
    private final FrameSink sink;
    private final float[] frame = new float[AudioFormat.FRAME_VALUES];

    /// Values in the frame so far.
    private int filled;

    /// The position of the frame being filled, without the skipped samples.
    private long position;

    private long skipped;
    private boolean begun;

    /// The position of the next output sample between the last and the next input sample.
    private double phase;

    private float lastLeft;
    private float lastRight;

    PcmFramer(FrameSink sink) {
        this.sink = sink;
    }

    /// Sets the number of samples that were never pulled since the puller began. Those skipped
    /// before the first call do not count for this track.
    void skippedTo(long samples) {
        if (!begun) {
            begun = true;
            position = -samples;
        }
        skipped = samples;
    }

    /// Takes interleaved samples; ignores anything but 16-bit sound.
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
