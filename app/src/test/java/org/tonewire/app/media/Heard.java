package org.tonewire.app.media;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.source.SourceListener;
import org.tonewire.app.core.source.SourceStream;

/// A sink that stores every frame and the end of a source; a wait that fails says what is missing.
final class Heard implements FrameSink, SourceListener {
    private static final int MAX_SAMPLES = 48_000 * 2 * 60;

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<@Nullable Problem> problem = new AtomicReference<>();
    private float[] values = new float[48_000];
    private int count;
    private int ends;

    static Heard of(SourceStream stream) {
        Heard heard = new Heard();
        stream.start(heard, heard);
        return heard;
    }

    @Override
    public synchronized void accept(float[] frame, long position) {
        if (count + frame.length > MAX_SAMPLES) {
            return;
        }
        if (count + frame.length > values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        System.arraycopy(frame, 0, values, count, frame.length);
        count += frame.length;
    }

    @Override
    public synchronized void ended() {
        ends++;
        over.countDown();
    }

    @Override
    public void failed(Problem why) {
        problem.set(why);
        over.countDown();
    }

    synchronized int frames() {
        return count / AudioFormat.FRAME_VALUES;
    }

    /// Those that are not silent.
    synchronized int soundingFrames() {
        int sounding = 0;
        for (int at = 0; at < count; at += AudioFormat.FRAME_VALUES) {
            float[] frame = Arrays.copyOfRange(values, at, at + AudioFormat.FRAME_VALUES);
            sounding += new Wave(frame).rms() > 0.01 ? 1 : 0;
        }
        return sounding;
    }

    synchronized int ends() {
        return ends;
    }

    @Nullable Problem problem() {
        return problem.get();
    }

    synchronized float[] channel(int channel) {
        float[] one = new float[count / 2];
        for (int i = 0; i < one.length; i++) {
            one[i] = values[2 * i + channel];
        }
        return one;
    }

    Heard untilOver(Duration limit) {
        await(limit, "the source has not ended", () -> over.getCount() == 0);
        return this;
    }

    Heard untilFrames(int wanted, Duration limit) {
        await(limit, "fewer than " + wanted + " frames", () -> frames() >= wanted);
        return this;
    }

    void await(Duration limit, String whyNotYet, BooleanSupplier done) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        whyNotYet
                                + " (heard "
                                + frames()
                                + " frames, problem "
                                + problem.get()
                                + ")");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /// True after a while: for a wait in which nothing may happen.
    static final class Pause implements BooleanSupplier {
        private final long until;

        Pause(int millis) {
            this.until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        }

        @Override
        public boolean getAsBoolean() {
            return System.nanoTime() > until;
        }
    }
}
