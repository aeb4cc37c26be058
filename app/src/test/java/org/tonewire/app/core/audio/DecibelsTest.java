package org.tonewire.app.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecibelsTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "-20, 0.1", "20, 10", "-6.0206, 0.5", "12, 3.98107", "-60, 0.001"})
    void anAmplitudeIsTwentyTimesItsLogarithm(double db, float amplitude) {
        assertThat(Decibels.toAmplitude(db)).isCloseTo(amplitude, within(amplitude * 1e-5f));
        assertThat(Decibels.ofAmplitude(amplitude)).isCloseTo((float) db, within(1e-3f));
    }

    @Test
    void decibelsOfAPowerAreTenTimesItsLogarithm() {
        assertThat(Decibels.ofPower(0.5f)).isCloseTo(-3.0103f, within(1e-3f));
        assertThat(Decibels.ofPower(1f)).isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, 1e-7f, 1e-30f, -1f, Float.NaN})
    void nothingIsQuieterThanSilence(float amplitude) {
        assertThat(Decibels.ofAmplitude(amplitude)).isEqualTo(Levels.SILENCE_DB);
        assertThat(Decibels.ofPower(amplitude * 1e-6f)).isEqualTo(Levels.SILENCE_DB);
    }
}
