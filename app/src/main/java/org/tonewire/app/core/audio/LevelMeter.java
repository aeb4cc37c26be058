package org.tonewire.app.core.audio;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Measures the level of one stereo stream: written by its audio thread, read by any thread at any
/// rate. Peaks fall by 20 dB in 1.7 s (IEC 60268-10 type I return time); RMS is integrated over 300
/// ms.
public final class LevelMeter {
    private static final float PEAK_FALL_PER_FRAME = (float) Math.pow(10, -(20 / 170.0) / 20);
    private static final float RMS_WEIGHT = (float) (1 - Math.exp(-10 / 300.0));
    private static final float FULL_SCALE = 1f;
    private static final long STALE_NANOS = 200_000_000L;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    /// Peak left, peak right, mean square left, mean square right: linear, as float bits.
    private final AtomicIntegerArray linear = new AtomicIntegerArray(4);

    /// The highest peaks left and right since [#takePeaks()], linear, as float bits: without a sign
    /// these have the order of their values.
    private final AtomicIntegerArray highest = new AtomicIntegerArray(2);

    private final AtomicLong clips = new AtomicLong();
    private final LongSupplier nanoTime;
    private volatile long measuredNanos;

    public LevelMeter() {
        this(System::nanoTime);
    }

    LevelMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        measuredNanos = nanoTime.getAsLong() - STALE_NANOS;
    }

    /// The stream's audio thread only.
    public void measure(float[] frame) {
        long now = nanoTime.getAsLong();
        if (now - measuredNanos >= STALE_NANOS) {
            forget();
        }
        boolean clipped = measureChannel(frame, LEFT);
        clipped |= measureChannel(frame, RIGHT);
        if (clipped) {
            clips.lazySet(clips.getPlain() + 1);
        }
        measuredNanos = now;
    }

    /// Any thread. A stream without a frame for 200 ms counts as silent.
    public Levels read() {
        if (nanoTime.getAsLong() - measuredNanos >= STALE_NANOS) {
            return Levels.silent(clips.get());
        }
        return new Levels(
                Decibels.ofAmplitude(value(LEFT)),
                Decibels.ofAmplitude(value(RIGHT)),
                Decibels.ofPower(value(2 + LEFT)),
                Decibels.ofPower(value(2 + RIGHT)),
                clips.get());
    }

    /// As [#read()], but the peaks are the highest since the last call of this. Any thread; whoever
    /// calls it is the only one.
    public Levels takePeaks() {
        Levels now = read();
        return new Levels(
                Decibels.ofAmplitude(Float.intBitsToFloat(highest.getAndSet(LEFT, 0))),
                Decibels.ofAmplitude(Float.intBitsToFloat(highest.getAndSet(RIGHT, 0))),
                now.rmsLeftDb(),
                now.rmsRightDb(),
                now.clips());
    }

    private boolean measureChannel(float[] frame, int channel) {
        float peak = 0;
        float squares = 0;
        for (int i = channel; i < frame.length; i += AudioFormat.CHANNELS) {
            float sample = frame[i];
            peak = Math.max(peak, Math.abs(sample));
            squares += sample * sample;
        }
        float mean = value(2 + channel);
        float now = squares * AudioFormat.CHANNELS / frame.length;
        highest.accumulateAndGet(channel, Float.floatToRawIntBits(peak), Math::max);
        put(channel, Math.max(peak, value(channel) * PEAK_FALL_PER_FRAME));
        put(2 + channel, mean + (now - mean) * RMS_WEIGHT);
        return peak >= FULL_SCALE;
    }

    private void forget() {
        for (int i = 0; i < linear.length(); i++) {
            put(i, 0f);
        }
    }

    private float value(int index) {
        return Float.intBitsToFloat(linear.get(index));
    }

    private void put(int index, float value) {
        linear.lazySet(index, Float.floatToRawIntBits(value));
    }
}
