package org.tonewire.signaling.server;

import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The timer of one socket's conversation. Owned by the event loop of the socket. Cancelled with
/// the socket, as it may run for hours.
final class SocketTimer {
    private @Nullable Future<?> running;

    /// Runs a task on the event loop after this time, in place of the one before.
    void start(ChannelHandlerContext ctx, Duration after, Runnable task) {
        cancel();
        running = ctx.executor().schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    void cancel() {
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }
}
