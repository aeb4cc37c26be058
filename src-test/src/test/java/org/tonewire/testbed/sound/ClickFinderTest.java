package org.tonewire.testbed.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.sound.Signals.RATE_HZ;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClickFinderTest {
    @Test
    void everyClickIsFoundWhereItBegins() {
        var clicks = Signals.clicks(Duration.ofMillis(500), -6, Duration.ofMillis(2_100));

        assertThat(ClickFinder.onsets(clicks.left(), RATE_HZ, 0.1))
                .containsExactly(24_000, 48_000, 72_000, 96_000);
    }

    @Test
    void silenceHasNoClicks() {
        assertThat(ClickFinder.onsets(new float[48_000], RATE_HZ, 0.1)).isEmpty();
    }
}
