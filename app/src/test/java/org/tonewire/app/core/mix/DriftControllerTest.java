package org.tonewire.app.core.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftControllerTest {
    private static final double TARGET = 5;

    @ParameterizedTest
    @ValueSource(doubles = {-500, -50, 0, 50, 500})
    void theDriftIsLearntAndTheFillStaysAtItsTarget(double driftPpm) {
        DriftController control = new DriftController(TARGET);
        double least = TARGET;
        double ppm = 0;
        double lowest = least;
        for (int second = 0; second < 600; second++) {
            least += (driftPpm - ppm) / 1_000;
            lowest = Math.min(lowest, least);
            ppm = control.window(least);
        }
        assertThat(ppm).isCloseTo(driftPpm, within(20.0));
        assertThat(least).isCloseTo(TARGET, within(1.5));
        assertThat(lowest).isPositive();
    }

    @Test
    void theDepthOfAStallIsRemovedWithinAMinuteAndHardlyOvershot() {
        DriftController control = new DriftController(TARGET);
        double least = TARGET + 30;
        double lowest = least;
        int settled = 0;
        for (int second = 0; second < 120; second++) {
            least -= control.window(least) / 1_000;
            lowest = Math.min(lowest, least);
            if (settled == 0 && least < TARGET + 3) {
                settled = second;
            }
        }
        assertThat(settled).isBetween(1, 60);
        assertThat(lowest).isGreaterThan(1);
        assertThat(least).isCloseTo(TARGET, within(1.5));
    }

    @Test
    void theCorrectionNeverExceedsItsLimit() {
        DriftController control = new DriftController(TARGET);
        for (int second = 0; second < 100; second++) {
            assertThat(Math.abs(control.window(500))).isLessThanOrEqualTo(DriftController.MAX_PPM);
        }
    }

    @Test
    void aSteadyQueueIsLeftAlone() {
        DriftController control = new DriftController(TARGET);
        assertThat(control.window(TARGET)).isZero();
        assertThat(Math.abs(control.window(TARGET + 0.9))).isLessThan(15);
    }

    @Test
    void anUnderrunRaisesTheTargetForAWhile() {
        DriftController control = new DriftController(TARGET);
        control.underran();
        assertThat(control.targetMillis()).isEqualTo(TARGET + 4);
        for (int i = 0; i < 100; i++) {
            control.underran();
        }
        assertThat(control.targetMillis()).isLessThanOrEqualTo(TARGET + 40);
        for (int second = 0; second < 1_000; second++) {
            control.window(TARGET);
        }
        assertThat(control.targetMillis()).isEqualTo(TARGET);
    }
}
