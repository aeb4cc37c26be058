package org.tonewire.app.media.pace;

import java.util.concurrent.locks.LockSupport;

/// The time that pacing threads follow.
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

    /// Now; only differences mean something.
    long nanos();

    /// Waits for so long or less: whoever waits looks at the clock again. Ends early when the
    /// thread is unparked.
    ///
    /// @param frameSource what the frame after the wait is asked of
    void await(FrameSource frameSource, long nanos);
}
