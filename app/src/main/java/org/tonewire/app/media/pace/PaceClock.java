package org.tonewire.app.media.pace;

import java.util.concurrent.locks.LockSupport;

/// The clock of pacing threads.
public interface PaceClock {
    /// The monotonic clock of this computer.
    PaceClock SYSTEM =
            new PaceClock() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void await(FrameSource frameSource, long nanos) {
                    LockSupport.parkNanos(frameSource, nanos);
                }
            };

    /// The time now; only differences are meaningful.
    long nanos();

    /// Waits for that time or less; the caller checks the clock again. Ends early when the thread
    /// is unparked.
    ///
    /// @param frameSource the source of the next frame
    void await(FrameSource frameSource, long nanos);
}
