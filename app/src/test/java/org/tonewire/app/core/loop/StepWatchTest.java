package org.tonewire.app.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepWatchTest {
    private static final long LOOK_NANOS = 500_000_000L;

    private long now = 1_000;
    private long used;
    private final StepWatch watch = new StepWatch(Thread.currentThread(), () -> now, () -> used);

    @Test
    void aStepOverTwoSecondsIsReported() {
        watch.begin();
        watch.look();
        looks(4);
        now += LOOK_NANOS;
        assertThat(watch.look())
                .hasValueSatisfying(report ->
                        assertThat(report)
                                .startsWith("a slow step of the session still runs after 2500 ms")
                                .contains("StepWatchTest.aStepOverTwoSecondsIsReported"));
        looks(10);
        watch.end();
        now += LOOK_NANOS;
        assertThat(watch.look()).hasValue("a slow step of the session ended after 7500 ms");
        looks(10);
    }

    @Test
    void manyShortStepsAreNotReported() {
        for (int i = 0; i < 20; i++) {
            watch.begin();
            looks(3);
            watch.end();
        }
    }

    @Test
    void idleTimeIsNotReported() {
        watch.begin();
        watch.end();
        looks(20);
    }

    @Test
    void processorTimeCountsAFifth() {
        watch.begin();
        watch.look();
        for (int i = 0; i < 20; i++) {
            used += 40_000_000L;
            looks(1);
        }
        used += 40_000_000L;
        now += LOOK_NANOS;
        assertThat(watch.look()).isPresent();
    }

    @Test
    void aStallOfTheMachineIsNotCounted() {
        watch.begin();
        watch.look();
        now += 60 * LOOK_NANOS;
        assertThat(watch.look()).isEmpty();
    }

    /// Looks as often, and nothing is reported.
    private void looks(int count) {
        for (int i = 0; i < count; i++) {
            now += LOOK_NANOS;
            assertThat(watch.look()).isEmpty();
        }
    }
}
