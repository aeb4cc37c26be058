package org.tonewire.app.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackStripTest {
    private final Frames.Captured out = new Frames.Captured();
    private final TrackStrip strip = new TrackStrip(out);

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "-1, 1, 0",
        "1, 0, 1",
        "-0.5, 1, 0.5",
        "0.5, 0.5, 1",
        "0.25, 0.75, 1",
    })
    void panningLowersTheOppositeSideOnly(double pan, float left, float right) {
        strip.set(0, pan, true);
        settle();

        assertThat(out.last()).isEqualTo(Frames.constant(0.5f * left, 0.25f * right));
    }

    @Test
    void theFaderScalesBothSides() {
        strip.set(-6, 0, true);
        settle();

        float gain = Decibels.toAmplitude(-6);
        assertThat(out.last()).isEqualTo(Frames.constant(0.5f * gain, 0.25f * gain));
    }

    @Test
    void aSilencedTrackIsExactSilence() {
        strip.set(12, 0, false);
        settle();

        assertThat(out.last()).containsOnly(0f);
    }

    @Test
    void theLowestGainIsExactSilence() {
        strip.set(-60, 0, true);
        settle();

        assertThat(out.last()).containsOnly(0f);
    }

    @Test
    void nothingOfASilencedTracksFirstFrameIsHeard() {
        strip.set(0, 0, false);
        strip.accept(Frames.constant(1f), 0);

        assertThat(out.last()).containsOnly(0f);
    }

    @Test
    void changesAreHeardWithoutAStep() {
        settle();
        strip.set(0, 0, false);
        strip.accept(Frames.constant(0.5f, 0.25f), 0);
        assertThat(Frames.greatestStep(out.last(), 0.5f, 0)).isLessThan(0.5f / 470);

        strip.set(0, 1, true);
        strip.accept(Frames.constant(0.5f, 0.25f), 0);
        assertThat(Frames.greatestStep(out.last(), 0, 1)).isLessThan(0.25f / 470);
    }

    @Test
    void theMeterShowsTheReceivedLevelWhateverTheFaderIs() {
        strip.set(-60, -1, false);
        settle();

        assertThat(strip.meter().read().peakLeftDb()).isCloseTo(-6.02f, within(0.01f));
        assertThat(strip.meter().read().peakRightDb()).isCloseTo(-12.04f, within(0.01f));
    }

    @Test
    void theTracksPositionsPassUnchanged() {
        strip.accept(Frames.constant(0f), 960);
        strip.accept(Frames.constant(0f), 48_000);
        assertThat(out.positions()).containsExactly(960L, 48_000L);
    }

    private void settle() {
        strip.accept(Frames.constant(0.5f, 0.25f), 0);
        strip.accept(Frames.constant(0.5f, 0.25f), 0);
    }
}
