package org.tonewire.app.rtc.sound;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Measures how evenly received sound is rendered: the longest time in which no track got a frame.
/// Written by the thread that delivers received sound: `playout` on Linux, the thread of
/// libwebrtc's device module elsewhere. Read by any thread.
public final class RenderPace {
    private final LongSupplier nanoTime;
    private final AtomicInteger tracks = new AtomicInteger();
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicLong skippedSamples = new AtomicLong();
    private volatile long lastNanos;

    public RenderPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        lastNanos = nanoTime.getAsLong();
    }

    /// The delivering thread only.
    public void frame() {
        long now = nanoTime.getAsLong();
        long gap = now - lastNanos;
        lastNanos = now;
        if (gap > longestNanos.getPlain()) {
            longestNanos.lazySet(gap);
        }
    }

    /// Counts samples per channel that were due and not pulled: every track has a gap there. The
    /// delivering thread only.
    public void skipped(long samples) {
        skippedSamples.lazySet(skippedSamples.getPlain() + samples);
    }

    /// The samples per channel that were not pulled since the start. Any thread.
    public long skippedSamples() {
        return skippedSamples.get();
    }

    public void trackAdded() {
        if (tracks.getAndIncrement() == 0) {
            lastNanos = nanoTime.getAsLong();
        }
    }

    public void trackRemoved() {
        tracks.decrementAndGet();
    }

    /// The longest gap since the last call, a present one included; 0 while there is no track to
    /// render.
    public long takeLongestGapNanos() {
        long longest = longestNanos.getAndSet(0);
        return tracks.get() == 0 ? 0 : Math.max(longest, nanoTime.getAsLong() - lastNanos);
    }
}
