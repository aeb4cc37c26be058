package org.tonewire.app.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tonewire.app.fake.ManualLoop;

final class ControlInboxTest {
    private final ManualLoop loop = new ManualLoop();
    private final List<String> read = new ArrayList<>();
    private final AtomicInteger excess = new AtomicInteger();
    private final ControlInbox inbox =
            new ControlInbox(loop, new Chats(), this::take, excess::incrementAndGet);

    @Test
    void whatAPersonCausesIsReadAtOnce() {
        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 10; i++) {
                inbox.add("text");
            }
            loop.pass(Duration.ofSeconds(1));
        }

        assertThat(read).hasSize(600);
        assertThat(excess).hasValue(0);
    }

    @Test
    void aFloodIsReadAtABoundedRateAndTold() {
        for (int i = 0; i < 10_000; i++) {
            inbox.add("text " + i);
            loop.pass(Duration.ofMillis(1));
        }

        assertThat(read)
                .hasSizeBetween(
                        ControlInbox.TEXTS_AT_ONCE,
                        ControlInbox.TEXTS_AT_ONCE + 10 * ControlInbox.TEXTS_PER_SECOND);
        assertThat(excess).hasValueGreaterThan(9_000);
    }

    @Test
    void theNewestOfAFloodIsReadInTheEnd() {
        for (int i = 0; i < 1_000; i++) {
            inbox.add("text " + i);
        }
        loop.pass(Duration.ofSeconds(2));

        assertThat(read).endsWith("text 999");
        inbox.add("afterwards");
        assertThat(read).endsWith("afterwards");
    }

    @Test
    void nothingOfAChannelThatIsGoneIsReadLater() {
        for (int i = 0; i < 1_000; i++) {
            inbox.add("text " + i);
        }
        int before = read.size();
        inbox.clear();
        loop.pass(Duration.ofSeconds(2));

        assertThat(read).hasSize(before);
    }

    private void take(ControlMessage message) {
        read.add(((ControlMessage.Chat) message).text());
    }

    private static final class Chats implements ControlCodec {
        @Override
        public String encode(ControlMessage message) {
            throw new AssertionError();
        }

        @Override
        public Optional<ControlMessage> decode(String text) {
            return Optional.of(new ControlMessage.Chat(text));
        }
    }
}
