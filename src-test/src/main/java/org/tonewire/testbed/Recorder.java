package org.tonewire.testbed;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.StereoSound;

/// Hears what a source of the sound server gives, all the time, in stereo at 48 kHz. A thread of
/// its own fills the memory; `now` and `next` may be called from any other.
public final class Recorder implements AutoCloseable {
    private static final int CHUNK_FRAMES = 480;
    private static final Duration SLACK = Duration.ofSeconds(60);

    private final ChildProcess child;
    private final Thread reader;

    /// Guarded by this.
    private float[] samples = new float[2 * Signals.RATE_HZ * 60];

    /// Guarded by this.
    private int frames;

    /// When each chunk came, by `System.nanoTime`. Guarded by this.
    private long[] cameNanos = new long[Signals.RATE_HZ * 60 / CHUNK_FRAMES];

    private Recorder(ChildProcess child) {
        this.child = child;
        this.reader = Thread.ofPlatform().daemon().name("recorder").start(this::read);
    }

    /// Returns when the first sound (or silence) has come in.
    public static Recorder listenTo(SoundServer server, String source) {
        var recorder =
                new Recorder(
                        ChildProcess.launchForOutput(
                                "parec",
                                server.environment(),
                                ChildProcess.ahead(
                                        "parec",
                                        "--device=" + source,
                                        "--latency-msec=20",
                                        "--format=float32le",
                                        "--rate=" + Signals.RATE_HZ,
                                        "--channels=2",
                                        "--raw")));
        try {
            recorder.awaitFrames(1, SLACK);
        } catch (AssertionError e) {
            recorder.close();
            throw e;
        }
        return recorder;
    }

    /// How many frames have come in so far: a place to come back to with `since`.
    public synchronized int position() {
        return frames;
    }

    /// What comes in from now on, `length` long.
    public StereoSound next(Duration length) {
        return since(position(), length);
    }

    /// What came and comes in from `position` on, `length` long; waits for what is missing.
    public StereoSound since(int position, Duration length) {
        int count = Math.toIntExact(length.toNanos() * Signals.RATE_HZ / 1_000_000_000);
        awaitFrames(position + count, length.plus(SLACK));
        return cut(position, position + count);
    }

    /// All that has come in from `position` until now.
    public StereoSound since(int position) {
        return cut(position, position());
    }

    /// How many frames a second really came between two places: the device's own clock, by a line
    /// through all arrivals between them. Virtual sinks are off by up to 0.2 %.
    public synchronized double rateHz(int from, int to) {
        int first = from / CHUNK_FRAMES;
        int count = to / CHUNK_FRAMES - first;
        double meanFrames = (count - 1) / 2.0 * CHUNK_FRAMES;
        double meanSeconds =
                IntStream.range(0, count)
                        .mapToDouble(i -> seconds(first, i))
                        .average()
                        .orElseThrow();
        double both = 0;
        double square = 0;
        for (int i = 0; i < count; i++) {
            double ahead = seconds(first, i) - meanSeconds;
            both += ahead * (i * CHUNK_FRAMES - meanFrames);
            square += ahead * ahead;
        }
        return both / square;
    }

    private double seconds(int first, int later) {
        return (cameNanos[first + later] - cameNanos[first]) / 1e9;
    }

    private synchronized StereoSound cut(int first, int last) {
        var left = new float[last - first];
        var right = new float[last - first];
        for (int i = 0; i < left.length; i++) {
            left[i] = samples[2 * (first + i)];
            right[i] = samples[2 * (first + i) + 1];
        }
        return new StereoSound(left, right, Signals.RATE_HZ);
    }

    private void awaitFrames(int count, Duration timeout) {
        Await.until(
                "recorded " + count + " frames",
                timeout,
                () -> position() >= count,
                () -> position() + " frames came in; " + child.report());
    }

    private void read() {
        var bytes = new byte[CHUNK_FRAMES * 2 * Float.BYTES];
        var floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        try (var stream = new DataInputStream(child.process().getInputStream())) {
            while (true) {
                stream.readFully(bytes);
                append(floats.rewind());
            }
        } catch (EOFException e) {
            // The recording program has ended; `since` says so to whoever waits for more.
        } catch (IOException e) {
            // The same, on the way down.
        }
    }

    private synchronized void append(FloatBuffer floats) {
        if (samples.length < 2 * (frames + CHUNK_FRAMES)) {
            samples = Arrays.copyOf(samples, samples.length * 2);
        }
        int chunk = frames / CHUNK_FRAMES;
        if (cameNanos.length == chunk) {
            cameNanos = Arrays.copyOf(cameNanos, chunk * 2);
        }
        cameNanos[chunk] = System.nanoTime();
        floats.get(samples, 2 * frames, 2 * CHUNK_FRAMES);
        frames += CHUNK_FRAMES;
    }

    @Override
    public void close() {
        child.close();
        try {
            reader.join(SLACK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
