package org.tonewire.app.core.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackQueueTest {
    private static final double SAFE_MILLIS = 5;

    private final Mixer mixer = new Mixer();
    private final float[] out = new float[2 * 240];
    private final float[] frame = new float[960];
    private TrackQueue track = mixer.openTrack();
    private Renderer device = mixer.attach(new SteadyTiming(SAFE_MILLIS));
    private long position;
    private double phase;
    private float last;
    private double steepest;

    @BeforeEach
    void activate() {
        device = mixer.attach(new SteadyTiming(SAFE_MILLIS));
        track = mixer.openTrack();
    }

    @Test
    void itStartsWhenItHoldsEnoughForTheNextFrame() {
        push(1);
        assertThat(pull(1)).isZero();
        push(1);
        assertThat(pull(1)).isPositive();
        assertThat(track.underruns()).isZero();
    }

    @Test
    void aSteadyTrackNeverRunsDryAndStaysShort() {
        for (int i = 0; i < 100 * 60; i++) {
            push(1);
            pull(2);
        }
        assertThat(track.underruns()).isZero();
        assertThat(track.queuedMicros()).isBetween(0L, 20_000L);
        assertThat(steepest).isLessThan(0.5 * 2 * Math.PI * 440 / 48_000 * 1.05);
    }

    @Test
    void aProducer500PpmFasterMakesNoClickAndNoGrowingQueue() {
        int given = 0;
        for (int i = 0; i < 100 * 120; i++) {
            pull(2);
            while (given * 10.0 < i * 10 * 1.0005) {
                push(1);
                given++;
            }
        }
        assertThat(track.queuedMicros()).isLessThan(30_000);
        assertThat(track.driftPpm()).isCloseTo(500, within(150.0));
        assertThat(track.underruns()).isZero();
        assertThat(steepest).isLessThan(0.5 * 2 * Math.PI * 440 / 48_000 * 1.05);
    }

    @Test
    void theDepthOfADeviceStallIsRemovedWithoutAClick() {
        for (int i = 0; i < 200; i++) {
            push(1);
            pull(2);
        }
        push(6);
        long deep = track.queuedMicros();
        for (int i = 0; i < 100 * 60; i++) {
            push(1);
            pull(2);
        }
        assertThat(deep).isGreaterThan(60_000);
        assertThat(track.queuedMicros()).isLessThan(20_000);
        assertThat(track.underruns()).isZero();
        assertThat(steepest).isLessThan(0.5 * 2 * Math.PI * 440 / 48_000 * 1.05);
    }

    @Test
    void aQueueThatIsFarTooDeepIsCutAndCounted() {
        push(2);
        pull(1);
        push(25);
        for (int i = 0; i < 300; i++) {
            push(1);
            pull(2);
        }
        assertThat(track.queuedMicros()).isLessThan(150_000);
        assertThat(track.lostFrames()).isPositive();
    }

    @Test
    void anUnderrunIsCountedOnceAndFadesOut() {
        push(3);
        pull(20);
        assertThat(track.underruns()).isEqualTo(1);
        assertThat(pull(1)).isZero();
        assertThat(steepest).isLessThan(0.5 * 2 * Math.PI * 440 / 48_000 * 1.05);
    }

    @Test
    void withoutADeviceFramesAreDropped() {
        mixer.detach();
        push(50);
        assertThat(track.queuedMicros()).isZero();
    }

    @Test
    void aClosedTrackIsNotHeard() {
        push(3);
        track.close();
        assertThat(pull(2)).isZero();
    }

    @Test
    void theMasterGainMovesWithoutAStep() {
        push(3);
        pull(2);
        mixer.setGainDb(-60);
        push(2);
        pull(4);
        push(2);
        assertThat(pull(2)).isZero();
        assertThat(steepest).isLessThan(0.5 * 2 * Math.PI * 440 / 48_000 + 0.5 / 240 * 1.1);
    }

    private void push(int frames) {
        for (int n = 0; n < frames; n++) {
            for (int i = 0; i < 480; i++) {
                frame[2 * i] = (float) (0.5 * Math.sin(phase));
                frame[2 * i + 1] = frame[2 * i];
                phase += 2 * Math.PI * 440 / 48_000;
            }
            track.accept(frame, position);
            position += 480;
        }
    }

    /// Pulls chunks of 5 ms and returns the loudest value of the last one.
    private double pull(int chunks) {
        double loudest = 0;
        for (int n = 0; n < chunks; n++) {
            Arrays.fill(out, 9f);
            device.render(out, 240);
            loudest = 0;
            for (int i = 0; i < 240; i++) {
                steepest = Math.max(steepest, Math.abs(out[2 * i] - last));
                last = out[2 * i];
                loudest = Math.max(loudest, Math.abs(last));
            }
        }
        return loudest;
    }
}
