package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.signaling.protocol.rate.MessageRate;
import org.tonewire.signaling.server.limit.SocketLimits;

/// The pace at which a client sends, and the rate at which a server cuts it off.
final class SentMessagesTest {
    private static final long START = Long.MAX_VALUE - 1_000;

    private final MessageRate pace =
            new MessageRate(ChannelFlow.SENT_AT_ONCE, ChannelFlow.SENT_PER_SECOND, START);
    private long now = START;

    @ParameterizedTest
    @CsvSource({"200, 300", "12000, 100", "65536, 17"})
    void whatIsSentWithoutEndIsWithinTheRateOfTheServer(int bytes, int atOnce) {
        MessageRate server = SocketLimits.DEFAULT.messageRate(now);
        for (int i = 0; i < 10_000; i++) {
            send(bytes);
            assertThat(server.take(bytes, now)).as("message %d", i).isZero();
            if (i < atOnce) {
                assertThat(now).as("when message %d is sent", i).isEqualTo(START);
            }
        }
        long seconds = 10_000L * MessageRate.weight(bytes) / ChannelFlow.SENT_PER_SECOND;
        assertThat(Duration.ofNanos(now - START))
                .isBetween(Duration.ofSeconds(seconds - 3), Duration.ofSeconds(seconds));
    }

    private void send(int bytes) {
        for (Duration wait = pace.take(bytes, now); !wait.isZero(); wait = pace.take(bytes, now)) {
            now += wait.toNanos();
        }
    }
}
