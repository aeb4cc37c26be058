package org.tonewire.signaling.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names in lines of the log, and how many lines there may be.
final class LogTextTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Ann, \"Ann\"",
                "b\u00f6b, \"b\u00f6b\"",
                "`a\nb`, \"a\\u000ab\"",
                "`a\u202eb`, \"a\\u202eb\"",
                "`a\"b\\`, \"a\\\"b\\\\\"",
            })
    void aNameIsQuoted(String name, String quoted) {
        assertThat(Quoted.of(name)).isEqualTo(quoted);
    }

    @Test
    void aLongNameIsShortened() {
        assertThat(Quoted.of("a".repeat(100))).isEqualTo("\"" + "a".repeat(64) + "…\"");
    }

    @Test
    void linesBeyondTheLimitAreCounted() {
        LineLimit limit = new LineLimit(0);
        for (int i = 0; i < LineLimit.LINES; i++) {
            assertThat(limit.allows(1)).isTrue();
        }
        assertThat(limit.allows(2)).isFalse();
        assertThat(limit.allows(3)).isFalse();

        assertThat(limit.allows(LineLimit.PERIOD_NANOS)).isTrue();
        assertThat(limit.takeLeftOut()).isEqualTo(2);
        assertThat(limit.takeLeftOut()).isZero();
    }
}
