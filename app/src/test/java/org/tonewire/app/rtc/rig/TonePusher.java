package org.tonewire.app.rtc.rig;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;

/// A source thread that pushes a frame every 10 ms, by the monotonic clock.
public final class TonePusher {
    private static final float[] SILENCE = new float[AudioFormat.FRAME_VALUES];

    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean muted;

    /// A tone for each side.
    public TonePusher(FrameSink sink, double leftHz, double rightHz, double amplitude) {
        this(sink, tones(leftHz, rightHz, amplitude));
    }

    private TonePusher(FrameSink sink, Consumer<float[]> fill) {
        thread = Thread.ofPlatform().name("tone").daemon().start(() -> push(sink, fill));
    }

    public static TonePusher noise(FrameSink sink, double amplitude) {
        Random random = new Random(7);
        return new TonePusher(
                sink,
                frame -> {
                    for (int i = 0; i < frame.length; i++) {
                        frame[i] = (float) (amplitude * (2 * random.nextDouble() - 1));
                    }
                });
    }

    public void mute() {
        muted = true;
    }

    public void stop() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void push(FrameSink sink, Consumer<float[]> fill) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        long due = System.nanoTime();
        long position = 0;
        while (running) {
            fill.accept(frame);
            sink.accept(muted ? SILENCE : frame, position);
            position += AudioFormat.FRAME_SAMPLES;
            due += AudioFormat.FRAME_NANOS;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    private static Consumer<float[]> tones(double leftHz, double rightHz, double amplitude) {
        long[] index = {0};
        return frame -> {
            for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
                double time = (double) index[0]++ / AudioFormat.SAMPLE_RATE_HZ;
                frame[2 * i] = (float) (amplitude * Math.sin(2 * Math.PI * leftHz * time));
                frame[2 * i + 1] = (float) (amplitude * Math.sin(2 * Math.PI * rightHz * time));
            }
        };
    }
}
