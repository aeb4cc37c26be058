package org.tonewire.app.core.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.Allocations;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.TrackStrip;

/// Two transports at the same time, each with its own thread and clock, into one mixer that a third
/// clock pulls. Minutes of virtual time take some seconds.
class TransportsTest {
    static final long LOOK_NANOS = 10_000;
    static final int WARM_UP_FRAMES = 500;
    static final double AMPLITUDE = 0.25;
    private static final Offset<Double> TOLERANCE = within(0.01);
    private static final int CHUNK = 240;
    private static final long CHUNK_NANOS = AudioFormat.FRAME_NANOS / 2;
    private static final int WINDOWS = 20;
    private static final double SLOW_HZ = 500;
    private static final double FAST_HZ = 1_200;

    private final AtomicLong now = new AtomicLong();
    private final Mixer mixer = new Mixer();
    private final Renderer device = mixer.attach(new SteadyTiming(15));
    private final TrackQueue slowQueue = mixer.openTrack();
    private final TrackQueue fastQueue = mixer.openTrack();
    private final TestTransport slow = new TestTransport("slow", SLOW_HZ, -200, 1, now);
    private final TestTransport fast = new TestTransport("fast", FAST_HZ, 200, 2, now);
    private final float[] out = new float[2 * CHUNK];
    private final float[] second = new float[AudioFormat.SAMPLE_RATE_HZ];
    private long allocatedBytes;

    @AfterEach
    void stop() {
        slow.stop();
        fast.stop();
    }

    @Test
    void twoTransportsWithDifferentClocksAreHeardForMinutesWithShortQueues() {
        listen();
        playAndHear(120, 4, 0);

        assertThat(fastQueue.driftPpm()).isGreaterThan(slowQueue.driftPpm() + 50);
        assertThat(slowQueue.queuedMicros()).isLessThan(40_000);
        assertThat(fastQueue.queuedMicros()).isLessThan(40_000);
    }

    @Test
    void threeThreadsUseTheMixerWithoutLockOrAllocation() {
        listen();
        playAndHear(15, 1, CHUNK_NANOS);

        assertThat(slow.waits() + fast.waits()).isZero();
        assertThat(slow.allocatedBytes()).isLessThan(Allocations.ALLOWED_BYTES);
        assertThat(fast.allocatedBytes()).isLessThan(Allocations.ALLOWED_BYTES);
        assertThat(allocatedBytes).isLessThan(Allocations.ALLOWED_BYTES);
    }

    private void listen() {
        slow.start(new TrackStrip(slowQueue));
        fast.start(new TrackStrip(fastQueue));
    }

    /// @param step how many chunks the device pulls at once, after all frames due before were
    ///   delivered
    /// @param behindNanos how far the transports' threads may be behind: 0 makes the run exact,
    ///   more lets them deliver while the device pulls
    private void playAndHear(int seconds, int step, long behindNanos) {
        for (int i = 0; i < seconds; i++) {
            playSecond(step, behindNanos);
            if (i > 1) {
                assertThat(amplitude(SLOW_HZ)).as("slow, " + i).isCloseTo(AMPLITUDE, TOLERANCE);
                assertThat(amplitude(FAST_HZ)).as("fast, " + i).isCloseTo(AMPLITUDE, TOLERANCE);
            }
        }
        assertThat(slowQueue.underruns() + fastQueue.underruns()).isZero();
        assertThat(slowQueue.lostFrames() + fastQueue.lostFrames()).isZero();
    }

    /// The device pulls one second in chunks of 5 ms.
    private void playSecond(int step, long behindNanos) {
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int chunk = 0; chunk < AudioFormat.SAMPLE_RATE_HZ / CHUNK; chunk++) {
            if (chunk % step == 0) {
                await(now.addAndGet(step * CHUNK_NANOS) - behindNanos);
            }
            long before = memory.getCurrentThreadAllocatedBytes();
            device.render(out, CHUNK);
            long after = memory.getCurrentThreadAllocatedBytes();
            if (now.get() > WARM_UP_FRAMES * AudioFormat.FRAME_NANOS) {
                allocatedBytes += after - before;
            }
            for (int i = 0; i < CHUNK; i++) {
                second[chunk * CHUNK + i] = out[2 * i];
            }
        }
    }

    private void await(long nanos) {
        while (!slow.hasFed(nanos) || !fast.hasFed(nanos)) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /// The amplitude of one tone in the last second (Goertzel in short windows, as clock
    /// corrections move the phase).
    private double amplitude(double hertz) {
        int window = second.length / WINDOWS;
        double sum = 0;
        double step = 2 * Math.PI * hertz / AudioFormat.SAMPLE_RATE_HZ;
        for (int start = 0; start < second.length; start += window) {
            double real = 0;
            double imaginary = 0;
            for (int i = start; i < start + window; i++) {
                real += second[i] * Math.cos(step * i);
                imaginary += second[i] * Math.sin(step * i);
            }
            sum += 2 * Math.hypot(real, imaginary) / window;
        }
        return sum / WINDOWS;
    }
}
