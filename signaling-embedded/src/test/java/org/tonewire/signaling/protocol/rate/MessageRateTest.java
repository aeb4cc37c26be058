package org.tonewire.signaling.protocol.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageRateTest {
    private static final long START = Long.MAX_VALUE - 1_000;

    private final MessageRate rate = new MessageRate(600, 200, START);

    @ParameterizedTest
    @CsvSource({"0, 600", "100, 600", "4095, 600", "4096, 300", "65536, 35"})
    void ofLongMessagesFewerAreTaken(int bytes, int atOnce) {
        long taken =
                IntStream.range(0, 1_000).filter(_ -> rate.take(bytes, START).isZero()).count();

        assertThat(taken).isEqualTo(atOnce);
    }

    @Test
    void theWaitOfALongMessageIsThatOfSeveral() {
        var _ = rate.take(600 * MessageRate.BYTES_OF_ONE, START);

        assertThat(rate.take(1, START)).isEqualTo(Duration.ofMillis(5));
        assertThat(rate.take(9 * MessageRate.BYTES_OF_ONE, START)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void aMessageThatCountsAsMoreThanTheBurstTakesTheWholeBurst() {
        MessageRate tiny = new MessageRate(3, 1, START);

        assertThat(tiny.take(64 * 1024, START)).isZero();
        assertThat(tiny.take(1, START)).isEqualTo(Duration.ofSeconds(1));
        assertThat(tiny.take(64 * 1024, START)).isEqualTo(Duration.ofSeconds(3));
    }
}
