package org.tonewire.app.media.pace;

import org.tonewire.app.core.source.SourcePosition;

/// A [BufferedFrameSource] whose producer has its own clock, such as a program that writes what a
/// sound card captures. When its sound piles up, frames are delivered a little faster, so that the
/// buffer neither overflows nor adds delay. A producer that always waits for room has no clock and
/// is not followed. A slower one causes an underrun now and then, which the buffer counts as a gap.
public final class FollowingFrameSource implements FrameSource {
    static final int FASTER_PPM = 2_000;
    private static final int WINDOW_FRAMES = 200;

    private final BufferedFrameSource frameSource;
    private final int targetMillis;
    private int windowFrames;
    private int leastMillis = Integer.MAX_VALUE;
    private long waitsBefore;
    private int fasterPpm;

    /// @param targetMillis the lowest fill to aim for
    public FollowingFrameSource(BufferedFrameSource frameSource, int targetMillis) {
        this.frameSource = frameSource;
        this.targetMillis = targetMillis;
    }

    @Override
    public FrameResult next(float[] frame) {
        FrameResult result = frameSource.next(frame);
        leastMillis = Math.min(leastMillis, frameSource.waitingMillis());
        windowFrames++;
        if (windowFrames >= WINDOW_FRAMES) {
            long waits = frameSource.producerWaits();
            boolean ownClock = waits == waitsBefore;
            boolean piledUp = leastMillis > targetMillis;
            fasterPpm = ownClock && piledUp ? FASTER_PPM : 0;
            waitsBefore = waits;
            windowFrames = 0;
            leastMillis = Integer.MAX_VALUE;
        }
        return result;
    }

    @Override
    public boolean ready() {
        return frameSource.ready();
    }

    @Override
    public SourcePosition position() {
        return frameSource.position();
    }

    @Override
    public long gaps() {
        return frameSource.gaps();
    }

    @Override
    public int fasterPpm() {
        return fasterPpm;
    }

    @Override
    public void close() {
        frameSource.close();
    }
}
