package org.tonewire.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {
    @ParameterizedTest
    @CsvSource({
        "0.2.0, 0.1.9, true",
        "0.10.0, 0.9.0, true",
        "1.0, 0.9.9, true",
        "0.1.0, 0.1.0-SNAPSHOT, true",
        "0.1.0-SNAPSHOT, 0.1.0, false",
        "0.1.0, 0.1, false",
        "0.1.0, 0.2.0, false",
        "9.9, from source, false",
        "<b>, 0.1.0, false",
        "99999999999, 0.1.0, false",
    })
    void newerIsNewer(String first, String second, boolean newer) {
        assertThat(Versions.isNewer(first, second)).isEqualTo(newer);
    }
}
