package org.tonewire.app.core.control;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.signaling.protocol.rate.TokenBucket;

/// Reads the texts of a control channel, at a bounded rate whatever the participant sends. Of those
/// beyond it the newest is read later, since a state replaces the states before it. Session thread
/// only.
public final class ControlInbox {
    public static final int TEXTS_AT_ONCE = 200;
    public static final int TEXTS_PER_SECOND = 20;
    private static final Duration LATER = Duration.ofSeconds(1);

    private final SessionLoop loop;
    private final ControlCodec codec;
    private final Consumer<ControlMessage> receiver;
    private final Runnable excess;
    private final TokenBucket allowance;
    private @Nullable String newest;
    private SessionLoop.@Nullable Timer later;

    /// @param excess runs for each text beyond the rate
    public ControlInbox(
            SessionLoop loop,
            ControlCodec codec,
            Consumer<ControlMessage> receiver,
            Runnable excess) {
        this.loop = loop;
        this.codec = codec;
        this.receiver = receiver;
        this.excess = excess;
        this.allowance = TokenBucket.perSecond(TEXTS_AT_ONCE, TEXTS_PER_SECOND, loop.nanoTime());
    }

    public void add(String text) {
        if (later == null && allowance.take(loop.nanoTime())) {
            codec.decode(text).ifPresent(receiver);
            return;
        }
        newest = text;
        if (later == null) {
            later = loop.after(LATER, this::readNewest);
        }
        excess.run();
    }

    private void readNewest() {
        later = null;
        if (newest != null) {
            String text = newest;
            newest = null;
            add(text);
        }
    }

    /// The channel is gone, and what came on it.
    public void clear() {
        newest = null;
        if (later != null) {
            later.cancel();
            later = null;
        }
    }
}
