package org.tonewire.app.rtc.rig;

import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;

/// Stores the newest half second of received sound and measures it.
public final class ToneProbe implements FrameSink {
    private static final int WINDOW = AudioFormat.SAMPLE_RATE_HZ / 2;

    private final float[] left = new float[WINDOW];
    private final float[] right = new float[WINDOW];
    private int next;
    private long frames;

    @Override
    public synchronized void accept(float[] frame, long position) {
        for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
            left[next] = frame[2 * i];
            right[next] = frame[2 * i + 1];
            next = (next + 1) % WINDOW;
        }
        frames++;
    }

    public synchronized long frames() {
        return frames;
    }

    /// Amplitude of one frequency (Goertzel), from 0 to 1.
    public synchronized double leftAt(double hertz) {
        return amplitude(left, hertz);
    }

    public synchronized double rightAt(double hertz) {
        return amplitude(right, hertz);
    }

    public synchronized double peak() {
        double peak = 0;
        for (int i = 0; i < WINDOW; i++) {
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        return peak;
    }

    private double amplitude(float[] values, double hertz) {
        double step = 2 * Math.PI * hertz / AudioFormat.SAMPLE_RATE_HZ;
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < WINDOW; i++) {
            double value = values[(next + i) % WINDOW];
            real += value * Math.cos(step * i);
            imaginary += value * Math.sin(step * i);
        }
        return 2 * Math.hypot(real, imaginary) / WINDOW;
    }
}
