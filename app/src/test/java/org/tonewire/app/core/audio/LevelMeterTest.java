package org.tonewire.app.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LevelMeterTest {
    private static final float[] SILENCE = new float[AudioFormat.FRAME_VALUES];

    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
    private final LevelMeter meter = new LevelMeter(nanos::get);

    @Test
    void beforeTheFirstFrameItReadsSilence() {
        assertThat(meter.read()).isEqualTo(Levels.silent(0));
    }

    @Test
    void aFullScaleSineHasAPeakOfZeroAndAnRmsOfMinusThree() {
        for (int i = 0; i < 300; i++) {
            measure(Frames.sine(1_000, 1, i));
        }

        Levels levels = meter.read();
        assertThat(levels.peakLeftDb()).isCloseTo(0f, within(0.01f));
        assertThat(levels.peakRightDb()).isCloseTo(0f, within(0.01f));
        assertThat(levels.rmsLeftDb()).isCloseTo(-3.01f, within(0.02f));
        assertThat(levels.rmsRightDb()).isCloseTo(-3.01f, within(0.02f));
    }

    @Test
    void eachChannelHasItsOwnLevels() {
        for (int i = 0; i < 300; i++) {
            measure(Frames.constant(0.5f, 0.1f));
        }

        Levels levels = meter.read();
        assertThat(levels.peakLeftDb()).isCloseTo(-6.02f, within(0.01f));
        assertThat(levels.peakRightDb()).isCloseTo(-20f, within(0.01f));
        assertThat(levels.rmsLeftDb()).isCloseTo(-6.02f, within(0.02f));
        assertThat(levels.rmsRightDb()).isCloseTo(-20f, within(0.02f));
    }

    @Test
    void aPeakIsShownAtOnceAndFalls20DecibelsIn1700Milliseconds() {
        measure(Frames.constant(1f));
        assertThat(meter.read().peakLeftDb()).isZero();

        for (int i = 0; i < 170; i++) {
            measure(SILENCE.clone());
        }
        assertThat(meter.read().peakLeftDb()).isCloseTo(-20f, within(0.1f));
    }

    @Test
    void theRmsComesWithinTwoDecibelsIn300Milliseconds() {
        for (int i = 0; i < 30; i++) {
            measure(Frames.constant(1f));
        }

        assertThat(meter.read().rmsLeftDb()).isCloseTo(-1.99f, within(0.05f));
    }

    @Test
    void framesThatReachFullScaleAreCountedOnceEach() {
        measure(Frames.constant(0.999f));
        measure(Frames.constant(1f, 0f));
        measure(Frames.constant(0f, -1f));
        measure(Frames.constant(1.5f));

        assertThat(meter.read().clips()).isEqualTo(3);
    }

    @Test
    void aStreamWithoutFramesIsSilentAfter200Milliseconds() {
        measure(Frames.constant(1f));

        nanos.addAndGet(199_000_000);
        assertThat(meter.read().peakLeftDb()).isZero();
        nanos.addAndGet(1_000_000);
        assertThat(meter.read()).isEqualTo(Levels.silent(1));
    }

    @Test
    void levelsFromBeforeALongPauseAreForgotten() {
        for (int i = 0; i < 100; i++) {
            measure(Frames.constant(1f));
        }
        nanos.addAndGet(10_000_000_000L);
        measure(SILENCE.clone());

        assertThat(meter.read().peakLeftDb()).isEqualTo(Levels.SILENCE_DB);
        assertThat(meter.read().rmsLeftDb()).isEqualTo(Levels.SILENCE_DB);
        assertThat(meter.read().clips()).isEqualTo(100);
    }

    @Test
    void theHighestPeakSinceTheLastCallIsTakenOnce() {
        measure(Frames.constant(0.1f, 0.5f));
        measure(Frames.constant(1f, 0.1f));
        for (int i = 0; i < 98; i++) {
            measure(SILENCE.clone());
        }

        assertThat(meter.read().peakLeftDb()).isLessThan(-10f);
        assertThat(meter.takePeaks().peakLeftDb()).isZero();
        measure(Frames.constant(0.1f, 0.1f));
        assertThat(meter.takePeaks().peakRightDb()).isCloseTo(-20f, within(0.01f));
        assertThat(meter.takePeaks().peakRightDb()).isEqualTo(Levels.SILENCE_DB);
    }

    @Test
    void aPeakBeforeAPauseIsStillTaken() {
        measure(Frames.constant(1f));
        nanos.addAndGet(1_000_000_000L);

        Levels levels = meter.takePeaks();
        assertThat(levels.peakLeftDb()).isZero();
        assertThat(levels.rmsLeftDb()).isEqualTo(Levels.SILENCE_DB);
    }

    private void measure(float[] frame) {
        nanos.addAndGet(AudioFormat.FRAME_NANOS);
        meter.measure(frame);
    }
}
