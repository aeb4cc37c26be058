package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.server.limit.MessageRate;
import org.tonewire.signaling.server.limit.SocketLimits;

final class SendPaceTest {
    private static final long START = Long.MAX_VALUE - 1_000;

    private final SendPace pace = new SendPace(START);
    private long now = START;

    @Test
    void aFewHundredMessagesAreSentAtOnce() {
        assertBurst();
    }

    @Test
    void whatIsSentWithoutEndIsWithinTheRateOfTheServer() {
        MessageRate server = new MessageRate(SocketLimits.DEFAULT.messagesPerSecond(), now);
        for (int i = 0; i < 10_000; i++) {
            send();
            assertThat(server.allows(now)).as("message %d", i).isTrue();
        }
        assertThat(Duration.ofNanos(now - START))
                .isBetween(Duration.ofSeconds(64), Duration.ofSeconds(66));
    }

    @Test
    void afterARestManyMayBeSentAtOnceAgain() {
        for (int i = 0; i < 1_000; i++) {
            send();
        }
        now += Duration.ofSeconds(10).toNanos();

        assertBurst();
    }

    private void assertBurst() {
        for (int i = 0; i < SendPace.AT_ONCE; i++) {
            assertThat(pace.take(now)).isZero();
        }
        assertThat(pace.take(now)).isPositive();
    }

    private void send() {
        for (Duration wait = pace.take(now); !wait.isZero(); wait = pace.take(now)) {
            now += wait.toNanos();
        }
    }
}
