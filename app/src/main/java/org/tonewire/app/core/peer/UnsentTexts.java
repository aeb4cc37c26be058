package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.tonewire.app.core.control.ControlMessage;

/// Chat texts to one participant that its control channel has not taken yet, because it is not
/// open: the newest 50, each for 30 s. Session thread only.
final class UnsentTexts {
    static final int MAX_TEXTS = 50;
    static final Duration MAX_AGE = Duration.ofSeconds(30);

    private final Deque<Unsent> texts = new ArrayDeque<>();

    private record Unsent(ControlMessage.Chat text, long sinceNanos) {}

    void add(ControlMessage.Chat text, long nowNanos) {
        if (texts.size() == MAX_TEXTS) {
            texts.removeFirst();
        }
        texts.addLast(new Unsent(text, nowNanos));
    }

    /// Sends the texts in order, up to the first that is not taken.
    ///
    /// @param channel whether it takes the text
    void sendTo(Predicate<ControlMessage> channel, long nowNanos) {
        texts.removeIf(unsent -> nowNanos - unsent.sinceNanos() > MAX_AGE.toNanos());
        while (!texts.isEmpty() && channel.test(texts.getFirst().text())) {
            texts.removeFirst();
        }
    }
}
