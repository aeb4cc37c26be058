package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RetryDelaysTest {
    @Test
    void triesAreAtMostTwoSecondsApartAndSpread() {
        ChannelTimes times = ChannelTimes.DEFAULT;
        RetryDelays delays =
                new RetryDelays(times.firstRetry(), times.longestRetry(), new Random(5));
        List<Duration> taken = new ArrayList<>();
        for (int failures = 0; failures < 100; failures++) {
            taken.add(delays.after(failures));
        }

        assertThat(taken).allMatch(delay -> delay.compareTo(Duration.ofSeconds(2)) <= 0);
        assertThat(taken.subList(5, 100))
                .allMatch(delay -> delay.compareTo(Duration.ofSeconds(1)) >= 0)
                .doesNotHaveDuplicates();
    }

    /// A thousand clients lose one server at the same moment; nothing answers their tries.
    @Test
    void clientsThatLostAServerTogetherSpreadWhereNothingAnswers() {
        Duration[] tries = new Duration[1_000];
        for (int seed = 0; seed < tries.length; seed++) {
            tries[seed] = lastTryBefore(Duration.ofSeconds(40), seed);
        }

        int[] tenths = new int[20];
        for (Duration each : tries) {
            tenths[(int) each.minusSeconds(38).toMillis() / 100]++;
        }
        assertThat(Arrays.stream(tenths).max().orElseThrow()).isLessThan(150);
        assertThat(Arrays.stream(tenths).filter(count -> count > 0).count()).isGreaterThan(14);
    }

    /// Every try takes the whole time that it may.
    private static Duration lastTryBefore(Duration end, int seed) {
        ChannelTimes times = ChannelTimes.DEFAULT;
        RetryDelays delays =
                new RetryDelays(times.firstRetry(), times.longestRetry(), new Random(seed));
        Duration at = delays.after(0);
        Duration last = at;
        for (int failures = 1; at.compareTo(end) < 0; failures++) {
            last = at;
            Duration spent = delays.connectLimit(times.connect());
            Duration between = spent.plus(RetryDelays.remaining(delays.after(failures), spent));
            assertThat(between).isBetween(Duration.ofMillis(950), Duration.ofSeconds(2));
            at = at.plus(between);
        }
        return last;
    }

    @Test
    void aServerThatRefusesIsTriedEveryQuarterOfAMinuteInTheEnd() {
        RetryDelays delays =
                new RetryDelays(Duration.ofMillis(300), Duration.ofSeconds(2), new Random(7));

        assertThat(delays.afterRefusal(0)).isLessThanOrEqualTo(Duration.ofMillis(300));
        for (int failures = 6; failures < 100; failures++) {
            assertThat(delays.afterRefusal(failures))
                    .isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(15));
        }
    }
}
