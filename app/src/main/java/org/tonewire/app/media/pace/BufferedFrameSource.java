package org.tonewire.app.media.pace;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.SampleRing;
import org.tonewire.app.core.source.SourcePosition;

/// Frames from samples that another thread puts in: a decoder, a reader. While the buffer holds too
/// little, the frames are silence and a gap is counted.
///
/// [#put], [#roundEnded] and [#end] belong to the producing thread, [#next] to the pacing thread.
public final class BufferedFrameSource implements FrameSource {
    private static final int VALUES_PER_MILLI =
            AudioFormat.SAMPLE_RATE_HZ / 1_000 * AudioFormat.CHANNELS;
    private static final int FRAME_MILLIS = 10;
    private static final long FULL_NANOS = 20_000_000L;

    private final SampleRing ring;
    private final Buffering buffering;
    private final int resumeValues;
    private final Runnable onClose;
    private final float[] skipped = new float[AudioFormat.FRAME_VALUES];
    private volatile Optional<Duration> total = Optional.empty();
    private volatile long roundSamples;
    private volatile @Nullable FrameResult end;
    private volatile boolean closed;
    private final AtomicLong waits = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final AtomicLong samples = new AtomicLong();
    private boolean filling = true;
    private long owedFrames;
    private int heldFrames;

    /// @param onClose unblocks the producer
    public BufferedFrameSource(Buffering buffering, Runnable onClose) {
        this.onClose = onClose;
        this.ring = new SampleRing(buffering.capacityMillis() * VALUES_PER_MILLI);
        this.buffering = buffering;
        this.resumeValues = buffering.resumeMillis() * VALUES_PER_MILLI;
    }

    /// Puts samples in, and waits for room.
    ///
    /// @return false once this is closed
    public boolean put(float[] values, int count) {
        int done = ring.write(values, 0, count);
        while (done < count && !closed) {
            waits.incrementAndGet();
            LockSupport.parkNanos(this, FULL_NANOS);
            done += ring.write(values, done, count - done);
        }
        return !closed;
    }

    /// Sets the whole length, when it is known before the end.
    public void setTotal(Duration duration) {
        total = Optional.of(duration);
    }

    /// Ends a round of a loop; all rounds are equally long.
    public void roundEnded(long samplesInRound) {
        roundSamples = samplesInRound;
    }

    /// Marks the end: no samples follow.
    public void end(FrameResult how) {
        end = how;
    }

    /// Whether the consumer has closed it.
    public boolean closed() {
        return closed;
    }

    /// Milliseconds of sound in the buffer. Any thread.
    public int waitingMillis() {
        return ring.readable() / VALUES_PER_MILLI;
    }

    /// Times the producer found no room. Any thread.
    public long producerWaits() {
        return waits.get();
    }

    @Override
    public FrameResult next(float[] frame) {
        FrameResult ending = end;
        int readable = ring.readable();
        if (ending != null && readable < AudioFormat.FRAME_VALUES) {
            return last(frame, readable, ending);
        }
        boolean enough = ending != null || !filling || (readable >= resumeValues && hasWaited());
        if (!enough || readable < AudioFormat.FRAME_VALUES) {
            return silence(frame);
        }
        filling = false;
        ring.read(frame, 0, AudioFormat.FRAME_VALUES);
        samples.addAndGet(AudioFormat.FRAME_SAMPLES);
        if (owedFrames > 0) {
            skipBacklog(frame);
        }
        return FrameResult.FRAME;
    }

    /// Whether it has waited long enough since sound came after an underrun.
    private boolean hasWaited() {
        heldFrames++;
        return gaps.get() == 0 || heldFrames > buffering.holdMillis() / FRAME_MILLIS;
    }

    @Override
    public boolean ready() {
        return end != null || ring.readable() >= Math.max(resumeValues, AudioFormat.FRAME_VALUES);
    }

    private FrameResult last(float[] frame, int readable, FrameResult ending) {
        if (readable == 0) {
            return ending;
        }
        ring.read(frame, 0, readable);
        Arrays.fill(frame, readable, frame.length, 0);
        samples.addAndGet(readable / AudioFormat.CHANNELS);
        return FrameResult.FRAME;
    }

    private FrameResult silence(float[] frame) {
        if (!filling) {
            filling = true;
            heldFrames = 0;
            gaps.incrementAndGet();
        }
        if (buffering.live() && samples.get() > 0) {
            owedFrames++;
        }
        Arrays.fill(frame, 0);
        return FrameResult.FRAME;
    }

    /// Makes up for inserted silence when the missing sound arrives late after all: skips what is
    /// above the resume level, with a crossfade.
    private void skipBacklog(float[] frame) {
        int spareFrames = (ring.readable() - resumeValues) / AudioFormat.FRAME_VALUES;
        long skip = Math.min(owedFrames, spareFrames);
        if (skip <= 0) {
            return;
        }
        ring.skip((int) (skip - 1) * AudioFormat.FRAME_VALUES);
        ring.read(skipped, 0, skipped.length);
        for (int i = 0; i < frame.length; i++) {
            float share = (float) i / frame.length;
            frame[i] = frame[i] * (1 - share) + skipped[i] * share;
        }
        owedFrames -= skip;
        samples.addAndGet(skip * AudioFormat.FRAME_SAMPLES);
    }

    @Override
    public SourcePosition position() {
        long round = roundSamples;
        long all = samples.get();
        long played = round > 0 ? all % round : all;
        return new SourcePosition(
                duration(played), round > 0 ? Optional.of(duration(round)) : total);
    }

    private static Duration duration(long samples) {
        long seconds = samples / AudioFormat.SAMPLE_RATE_HZ;
        long rest = samples % AudioFormat.SAMPLE_RATE_HZ;
        return Duration.ofSeconds(seconds, rest * 1_000_000_000L / AudioFormat.SAMPLE_RATE_HZ);
    }

    @Override
    public long gaps() {
        return gaps.get();
    }

    @Override
    public void close() {
        closed = true;
        onClose.run();
    }
}
