package org.tonewire.signaling.cluster.redis;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands over to the thread of the rooms.
final class RoomsThread {
    private static final Logger LOG = LoggerFactory.getLogger(RoomsThread.class);

    private RoomsThread() {}

    /// Does nothing once that thread has ended.
    static void execute(Executor thread, Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException _) {
            LOG.debug("an answer came after the end");
        }
    }
}
