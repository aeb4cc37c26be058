package org.tonewire.app.signaling;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingChannel;
import org.tonewire.app.core.signaling.SignalingListener;
import org.tonewire.signaling.protocol.ClientMessage;

/// The native protocol over Tyrus. Methods may be called from any thread; the listener is called on
/// the channel's own, `signaling`. All threads are daemons and end with the channel.
public final class TyrusSignalingChannel implements SignalingChannel {
    private static final Logger LOG = LoggerFactory.getLogger(TyrusSignalingChannel.class);

    /// A full room's offers and candidates, after the server was away.
    private static final int MAX_WAITING = 1024;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(1200);

    private final ChannelThread thread = new ChannelThread();
    private final ArrayBlockingQueue<ClientMessage> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicReference<@Nullable ChannelFlow> flow = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ChannelTimes times;

    public TyrusSignalingChannel() {
        this(ChannelTimes.DEFAULT);
    }

    TyrusSignalingChannel(ChannelTimes times) {
        this.times = times;
    }

    @Override
    public void open(JoinRequest request, SignalingListener listener) {
        RetryDelays delays =
                new RetryDelays(times.firstRetry(), times.longestRetry(), new SecureRandom());
        ChannelFlow made =
                new ChannelFlow(
                        thread,
                        times,
                        new ChannelRules(request, delays),
                        delays,
                        new ChannelFlow.Target(request, listener),
                        waiting);
        if (!flow.compareAndSet(null, made)) {
            throw new IllegalStateException("a channel is opened once");
        }
        thread.run(() -> made.handle(new ChannelEvent.Started()));
        var _ = thread.runEvery(LOOK_EVERY, made::lookAtNetwork);
    }

    @Override
    public boolean send(ClientMessage message) {
        ChannelFlow current = flow.get();
        if (current == null || closed.get() || !waiting.offer(message)) {
            return false;
        }
        thread.run(current::flush);
        return true;
    }

    @Override
    public void offer(List<RoomSecret> secrets) {
        ChannelFlow current = flow.get();
        if (current != null) {
            thread.run(() -> current.handle(new ChannelEvent.Offered(secrets)));
        }
    }

    @Override
    public void networkBack() {
        ChannelFlow current = flow.get();
        if (current != null) {
            thread.run(current::networkBack);
        }
    }

    @Override
    public void leave() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        ChannelFlow current = flow.get();
        if (current == null) {
            end();
        } else {
            thread.run(() -> current.leave(this::end));
        }
    }

    @Override
    public void close() {
        leave();
        if (!thread.isCurrent()) {
            awaitEnd();
        }
    }

    private void end() {
        thread.end();
        ended.countDown();
    }

    private void awaitEnd() {
        try {
            if (!ended.await(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("leaving was not sent to the server in time");
                thread.end();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
