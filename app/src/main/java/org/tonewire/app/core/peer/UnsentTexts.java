package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.loop.SessionLoop;

/// Chat texts to one participant that its control channel has not taken yet, because it is not
/// open: the newest 50, each for 30 s. Reports each text that it gives up. Session thread only.
final class UnsentTexts {
    static final int MAX_TEXTS = 50;
    static final Duration MAX_AGE = Duration.ofSeconds(30);

    private final SessionLoop loop;
    private final Predicate<ControlMessage> channel;
    private final Runnable undelivered;
    private final Deque<Unsent> texts = new ArrayDeque<>();

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
            if (texts.contains(this)) {
                giveUp(this);
            }
        }
    }

    /// @param channel whether it takes a text now
    /// @param undelivered runs for each text that is given up
    UnsentTexts(SessionLoop loop, Predicate<ControlMessage> channel, Runnable undelivered) {
        this.loop = loop;
        this.channel = channel;
        this.undelivered = undelivered;
    }

    /// Sends a text after those that wait, now or later.
    void add(ControlMessage.Chat text) {
        send();
        if (texts.isEmpty() && channel.test(text)) {
            return;
        }
        if (texts.size() == MAX_TEXTS) {
            giveUp(texts.getFirst());
        }
        texts.addLast(new Unsent(text));
    }

    /// Sends what waits in order, up to the first text that is not taken.
    void send() {
        while (!texts.isEmpty() && channel.test(texts.getFirst().text)) {
            texts.removeFirst().timer.cancel();
        }
    }

    /// Gives up all that waits: the participant has left.
    void giveUpAll() {
        while (!texts.isEmpty()) {
            giveUp(texts.getFirst());
        }
    }

    /// Drops what waits, without a report.
    void close() {
        texts.forEach(unsent -> unsent.timer.cancel());
        texts.clear();
    }

    private void giveUp(Unsent unsent) {
        texts.remove(unsent);
        unsent.timer.cancel();
        undelivered.run();
    }
}
