package org.tonewire.app.rtc;

import java.util.concurrent.locks.LockSupport;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;

/// A source thread that pushes a tone for each side every 10 ms, by the monotonic clock.
final class TonePusher {
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean muted;

    TonePusher(FrameSink sink, double leftHz, double rightHz, double amplitude) {
        thread =
                Thread.ofPlatform()
                        .name("tone")
                        .daemon()
                        .start(() -> push(sink, leftHz, rightHz, amplitude));
    }

    void mute() {
        muted = true;
    }

    void stop() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void push(FrameSink sink, double leftHz, double rightHz, double amplitude) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        long start = System.nanoTime();
        for (long index = 0; running; index++) {
            for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
                double time =
                        (double) (index * AudioFormat.FRAME_SAMPLES + i)
                                / AudioFormat.SAMPLE_RATE_HZ;
                frame[2 * i] = muted ? 0 : sine(amplitude, leftHz, time);
                frame[2 * i + 1] = muted ? 0 : sine(amplitude, rightHz, time);
            }
            sink.accept(frame);
            long due = start + (index + 1) * AudioFormat.FRAME_NANOS;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    private static float sine(double amplitude, double hertz, double time) {
        return (float) (amplitude * Math.sin(2 * Math.PI * hertz * time));
    }
}
