package org.tonewire.app.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.fake.ManualLoop;

final class ThrottleTest {
    private final ManualLoop loop = new ManualLoop();
    private final List<Long> runs = new ArrayList<>();

    @Test
    void theFirstRequestIsDoneAtOnce() {
        Throttle throttle = once(1);

        throttle.request();

        assertThat(runs).containsExactly(0L);
    }

    @Test
    void requestsThatComeTooSoonAreOneAtTheEndOfThePeriod() {
        Throttle throttle = once(2);

        throttle.request();
        loop.pass(Duration.ofSeconds(1));
        throttle.request();
        throttle.request();
        loop.pass(Duration.ofSeconds(20));
        throttle.request();

        assertThat(runs).containsExactly(0L, 2L, 21L);
    }

    @Test
    void aCancelledRequestIsNotDone() {
        Throttle throttle = once(2);

        throttle.request();
        throttle.request();
        throttle.cancel();
        loop.pass(Duration.ofSeconds(1));

        assertThat(loop.timers()).isZero();
        throttle.request();
        loop.pass(Duration.ofSeconds(5));
        assertThat(runs).containsExactly(0L, 2L);
    }

    @Test
    void thePeriodDoublesUpToItsLimitAndIsShortAgainAfterARest() {
        Throttle throttle =
                new Throttle(
                        loop, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5)), this::run);

        for (int second = 0; second <= 20; second++) {
            throttle.request();
            loop.pass(Duration.ofSeconds(1));
        }
        assertThat(runs).containsExactly(0L, 1L, 3L, 7L, 12L, 17L);
        throttle.cancel();
        loop.pass(Duration.ofSeconds(9));
        throttle.request();
        loop.pass(Duration.ofSeconds(1));
        throttle.request();

        assertThat(runs).endsWith(17L, 30L, 31L);
    }

    private Throttle once(int seconds) {
        return new Throttle(loop, Duration.ofSeconds(seconds), this::run);
    }

    private void run() {
        runs.add(Duration.ofNanos(loop.nanoTime()).toSeconds());
    }
}
