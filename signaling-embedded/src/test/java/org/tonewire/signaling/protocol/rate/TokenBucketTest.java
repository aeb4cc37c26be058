package org.tonewire.signaling.protocol.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    /// The clock overflows soon.
    private static final long START = Long.MAX_VALUE - 3 * SECOND;

    private static final int BURST = 400;
    private static final int PER_SECOND = 40;

    private final TokenBucket bucket = TokenBucket.perSecond(BURST, PER_SECOND, START);

    @Test
    void aBurstIsTakenAndThenOnlySoManyInASecond() {
        assertThat(taken(10_000, START)).isEqualTo(BURST);
        assertThat(taken(10_000, START + SECOND)).isEqualTo(PER_SECOND);
        assertThat(taken(10_000, START + SECOND)).isZero();
    }

    @Test
    void aLongPauseGivesNoMoreThanOneBurst() {
        long now = START;
        taken(10_000, now);
        now += 3600 * SECOND;

        assertThat(taken(10_000, now)).isEqualTo(BURST);
    }

    @Test
    void manySmallStepsOfTimeAddUp() {
        taken(10_000, START);
        long taken =
                IntStream.rangeClosed(1, 1000)
                        .filter(each -> bucket.take(START + each * SECOND / 100))
                        .count();

        assertThat(taken).isEqualTo(10 * PER_SECOND);
    }

    private long taken(int tries, long nowNanos) {
        return IntStream.range(0, tries).filter(_ -> bucket.take(nowNanos)).count();
    }
}
