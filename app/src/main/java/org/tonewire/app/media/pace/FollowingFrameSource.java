package org.tonewire.app.media.pace;

import org.tonewire.app.core.source.SourcePosition;

/// A [BufferedFrameSource] whose producer has a clock of its own, such as a program that writes
/// what a sound card gives it. When its sound piles up, frames are handed over a little faster, so
/// that it neither overflows nor falls behind; a producer that always waits for room has no clock
/// and is not followed. One that is slower runs dry now and then, which the supply counts.
public final class FollowingFrameSource implements FrameSource {
    static final int FASTER_PPM = 2_000;
    private static final int WINDOW_FRAMES = 200;

    private final BufferedFrameSource frameSource;
    private final int targetMillis;
    private int windowFrames;
    private int leastMillis = Integer.MAX_VALUE;
    private long waitsBefore;
    private int fasterPpm;

    /// @param targetMillis what should wait at the least
    public FollowingFrameSource(BufferedFrameSource frameSource, int targetMillis) {
        this.frameSource = frameSource;
        this.targetMillis = targetMillis;
    }

    @Override
    public FrameResult next(float[] frame) {
        FrameResult supplied = frameSource.next(frame);
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
        return supplied;
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
