package org.tonewire.app.media;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.tonewire.app.media.pace.FrameSource;
import org.tonewire.app.media.pace.PaceClock;

/// A clock that goes on at once while the next frame is there, and stands still while its producer
/// still works on it, however slow this machine is. It passes over what does not come only for as
/// long as a test lets it. One pacing thread waits by it; any thread may ask.
final class HandedTime implements PaceClock {
    private static final long LOOK_NANOS = 200_000L;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong without = new AtomicLong();
    private final long endNanos;

    HandedTime() {
        this(Long.MAX_VALUE);
    }

    private HandedTime(long endNanos) {
        this.endNanos = endNanos;
    }

    /// Stands still for ever when so much has passed.
    static HandedTime of(Duration length) {
        return new HandedTime(length.toNanos());
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void await(FrameSource frameSource, long waitNanos) {
        boolean isOver = endNanos - nanos.get() < waitNanos;
        if (!isOver && (frameSource.ready() || isLetGo(waitNanos))) {
            nanos.addAndGet(waitNanos);
        } else {
            LockSupport.parkNanos(frameSource, LOOK_NANOS);
        }
    }

    private boolean isLetGo(long waitNanos) {
        return without.getAndUpdate(left -> left >= waitNanos ? left - waitNanos : left)
                >= waitNanos;
    }

    /// Lets so much time pass though nothing comes.
    void passWithout(Duration time) {
        without.addAndGet(time.toNanos());
    }
}
