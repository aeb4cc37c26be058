package org.tonewire.app.core.audio;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Counts the bytes that the audio path allocates.
public final class Allocations {
    /// What [#by(Runnable)] may count for code that allocates nothing: small allocations of the
    /// runtime itself.
    public static final long ALLOWED_BYTES = 4_096;

    private static final int WARM_UP_FRAMES = 1_000;
    private static final int FRAMES = 100_000;

    private Allocations() {}

    /// Bytes that this thread allocates in 100,000 rounds, after a warm-up.
    public static long by(Runnable step) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        for (int i = 0; i < WARM_UP_FRAMES; i++) {
            step.run();
        }
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < FRAMES; i++) {
            step.run();
        }
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
