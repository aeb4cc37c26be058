package org.tonewire.app.media;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.tonewire.app.media.decode.StreamTimeouts;
import org.tonewire.app.media.pace.FrameSource;
import org.tonewire.app.media.pace.PaceClock;

/// A clock that advances at once while the next frame is available, and stands still while its
/// producer works on it, however slow the machine is. It advances without a frame only as far as a
/// test allows. One pacing thread waits on it; any thread may read it.
final class HandedTime implements PaceClock {
    private static final long LOOK_NANOS = 200_000L;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong allowed = new AtomicLong();
    private final long endNanos;

    HandedTime() {
        this(Long.MAX_VALUE);
    }

    private HandedTime(long endNanos) {
        this.endNanos = endNanos;
    }

    /// A clock that stops for good after that time.
    static HandedTime of(Duration length) {
        return new HandedTime(length.toNanos());
    }

    /// The sources of the application at this clock, without standard input.
    MediaSources sources(StreamTimeouts timeouts) {
        return new MediaSources(InputStream.nullInputStream(), () -> {}, timeouts, 0, this);
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void await(FrameSource frameSource, long waitNanos) {
        boolean isOver = endNanos - nanos.get() < waitNanos;
        if (!isOver && (frameSource.ready() || isAllowed(waitNanos))) {
            nanos.addAndGet(waitNanos);
        } else {
            LockSupport.parkNanos(frameSource, LOOK_NANOS);
        }
    }

    private boolean isAllowed(long waitNanos) {
        return allowed.getAndUpdate(left -> left >= waitNanos ? left - waitNanos : left)
                >= waitNanos;
    }

    /// Lets that time pass without a frame.
    void passWithout(Duration time) {
        allowed.addAndGet(time.toNanos());
    }
}
