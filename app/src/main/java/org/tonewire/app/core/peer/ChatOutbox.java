package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.control.ControlInbox;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.signaling.protocol.rate.TokenBucket;

/// Chat texts to one participant. Those that its control channel has not taken yet, because it is
/// not open or too many came at once, wait: the newest 50, each for 30 s. Those that it has taken
/// are sent again on the next link, as the one before may have lost them; the receiver knows them
/// by their numbers. Reports each text that it gives up. Session thread only.
final class ChatOutbox {
    static final int MAX_TEXTS = 50;
    static final Duration MAX_AGE = Duration.ofSeconds(30);

    /// Half of what a receiver reads (`ControlInbox`), so that it drops none.
    static final int TEXTS_AT_ONCE = ControlInbox.TEXTS_AT_ONCE / 2;

    static final int TEXTS_PER_SECOND = ControlInbox.TEXTS_PER_SECOND / 2;

    private final SessionLoop loop;
    private final Predicate<ControlMessage> channel;
    private final Runnable undelivered;
    private final TokenBucket allowance;
    private final Deque<Unsent> waiting = new ArrayDeque<>();
    private final Deque<ControlMessage.Chat> taken = new ArrayDeque<>();

    /// Whether the allowance for the next text is taken already.
    private boolean allowed;

    private SessionLoop.@Nullable Timer later;

    /// A text that waits, with the timer that ends its time.
    private final class Unsent {
        private final ControlMessage.Chat text;
        private final SessionLoop.Timer timer;

        Unsent(ControlMessage.Chat text) {
            this.text = text;
            this.timer = loop.after(MAX_AGE, this::due);
        }

        private void due() {
            send();
            if (waiting.contains(this)) {
                giveUp(this);
            }
        }
    }

    /// @param channel whether it takes a text now
    /// @param undelivered runs for each text that is given up
    ChatOutbox(SessionLoop loop, Predicate<ControlMessage> channel, Runnable undelivered) {
        this.loop = loop;
        this.channel = channel;
        this.undelivered = undelivered;
        this.allowance = TokenBucket.perSecond(TEXTS_AT_ONCE, TEXTS_PER_SECOND, loop.nanoTime());
    }

    /// Sends a text after those that wait, now or later.
    void add(ControlMessage.Chat text) {
        if (waiting.size() == MAX_TEXTS) {
            giveUp(waiting.getFirst());
        }
        waiting.addLast(new Unsent(text));
        send();
    }

    /// A control channel opened, which may be that of another link.
    void opened() {
        for (ControlMessage.Chat text : taken) {
            var _ = channel.test(text);
        }
        send();
    }

    /// Sends what waits in order, up to the first text that is not taken.
    private void send() {
        while (!waiting.isEmpty() && isAllowed() && channel.test(waiting.getFirst().text)) {
            allowed = false;
            Unsent sent = waiting.removeFirst();
            sent.timer.cancel();
            taken.addLast(sent.text);
            if (taken.size() > MAX_TEXTS) {
                taken.removeFirst();
            }
        }
    }

    private boolean isAllowed() {
        if (!allowed && later == null) {
            Duration wait = allowance.take(1, loop.nanoTime());
            allowed = wait.isZero();
            if (!allowed) {
                later = loop.after(wait, this::sendLater);
            }
        }
        return allowed;
    }

    private void sendLater() {
        later = null;
        send();
    }

    /// Gives up all that waits: the participant has left.
    void giveUpAll() {
        while (!waiting.isEmpty()) {
            giveUp(waiting.getFirst());
        }
    }

    /// Drops what waits, without a report.
    void close() {
        waiting.forEach(unsent -> unsent.timer.cancel());
        waiting.clear();
        if (later != null) {
            later.cancel();
            later = null;
        }
    }

    private void giveUp(Unsent unsent) {
        waiting.remove(unsent);
        unsent.timer.cancel();
        undelivered.run();
    }
}
