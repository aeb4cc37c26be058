package org.tonewire.app.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times as people write and read them.
final class KeepTimeTest {
    @ParameterizedTest
    @CsvSource({
        "30d, P30D, 30 d",
        "12h, PT12H, 12 h",
        " 45m , PT45M, 45 min",
        "0, PT0S, 0 min",
        "90m, PT90M, 1 h 30 min",
        "36h, PT36H, 1 d 12 h"
    })
    void aTimeIsANumberOfDaysHoursOrMinutes(String text, Duration time, String shown) {
        assertThat(KeepTime.parse(text)).contains(time);
        assertThat(KeepTime.text(time)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "d", "-1d", "0d", "1.5h", "1w", "100000d", "99999d", "30 d"})
    void anythingElseIsNone(String text) {
        assertThat(KeepTime.parse(text)).isEmpty();
    }
}
