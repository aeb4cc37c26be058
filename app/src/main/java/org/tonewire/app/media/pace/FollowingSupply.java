package org.tonewire.app.media.pace;

import org.tonewire.app.core.source.SourcePosition;

/// A [BufferedSupply] whose producer has a clock of its own, such as a program that writes what a
/// sound card gives it. When its sound piles up, frames are handed over a little faster, so that it
/// neither overflows nor falls behind; a producer that always waits for room has no clock and is
/// not followed. One that is slower runs dry now and then, which the supply counts.
public final class FollowingSupply implements FrameSupply {
    static final int FASTER_PPM = 2_000;
    private static final int WINDOW_FRAMES = 200;

    private final BufferedSupply supply;
    private final int targetMillis;
    private int windowFrames;
    private int leastMillis = Integer.MAX_VALUE;
    private long waitsBefore;
    private int fasterPpm;

    /// @param targetMillis what should wait at the least
    public FollowingSupply(BufferedSupply supply, int targetMillis) {
        this.supply = supply;
        this.targetMillis = targetMillis;
    }

    @Override
    public Supply next(float[] frame) {
        Supply supplied = supply.next(frame);
        leastMillis = Math.min(leastMillis, supply.waitingMillis());
        windowFrames++;
        if (windowFrames >= WINDOW_FRAMES) {
            long waits = supply.producerWaits();
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
        return supply.ready();
    }

    @Override
    public SourcePosition position() {
        return supply.position();
    }

    @Override
    public long gaps() {
        return supply.gaps();
    }

    @Override
    public int fasterPpm() {
        return fasterPpm;
    }

    @Override
    public void close() {
        supply.close();
    }
}
