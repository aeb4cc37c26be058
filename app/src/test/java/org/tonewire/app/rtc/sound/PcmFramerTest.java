package org.tonewire.app.rtc.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;

final class PcmFramerTest {
    private final List<float[]> frames = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private final PcmFramer framer =
            new PcmFramer((frame, position) -> {
                frames.add(frame.clone());
                positions.add(position);
            });

    @Test
    void stereoKeepsItsSides() {
        byte[] data = new byte[480 * 4];
        for (int i = 0; i < 480; i++) {
            Pcm16.put(data, 2 * i, 0.5f);
            Pcm16.put(data, 2 * i + 1, -0.25f);
        }
        framer.accept(data, 16, 48_000, 2, 480);
        assertThat(frames).hasSize(1);
        assertThat(frames.getFirst()).hasSize(AudioFormat.FRAME_VALUES).startsWith(0.5f, -0.25f);
        assertThat(frames.getFirst()).endsWith(0.5f, -0.25f);
    }

    @Test
    void monoGoesToBothSides() {
        byte[] data = new byte[480 * 2];
        Pcm16.put(data, 7, 0.5f);
        framer.accept(data, 16, 48_000, 1, 480);
        assertThat(frames.getFirst()[14]).isEqualTo(0.5f);
        assertThat(frames.getFirst()[15]).isEqualTo(0.5f);
        assertThat(frames.getFirst()[16]).isZero();
    }

    @Test
    void anyNumberOfSamplesMakesWholeFrames() {
        for (int i = 0; i < 48; i++) {
            framer.accept(new byte[4 * 100], 16, 48_000, 2, 100);
        }
        assertThat(frames).hasSize(10);
    }

    @Test
    void otherRatesMakeAsManyFramesPerSecond() {
        for (int rateHz : new int[] {8_000, 16_000, 44_100, 96_000}) {
            frames.clear();
            for (int i = 0; i < 100; i++) {
                framer.accept(new byte[2 * rateHz / 100], 16, rateHz, 1, rateHz / 100);
            }
            assertThat(frames.size()).as(rateHz + " Hz").isBetween(99, 101);
        }
    }

    @Test
    void aRisingLineStaysALineAtAnotherRate() {
        byte[] data = new byte[2 * 160];
        for (int i = 0; i < 160; i++) {
            Pcm16.put(data, i, i / 200f);
        }
        framer.accept(data, 16, 16_000, 1, 160);
        for (int i = 10; i < 470; i++) {
            float step = frames.getFirst()[2 * i + 2] - frames.getFirst()[2 * i];
            assertThat(step).isCloseTo(1 / 600f, within(1e-3f));
        }
    }

    @Test
    void samplesThatWereNotPulledAreAGapInPositions() {
        framer.skippedTo(4_800);
        framer.accept(new byte[4 * 960], 16, 48_000, 2, 960);
        framer.skippedTo(4_800 + 24_000);
        framer.accept(new byte[4 * 960], 16, 48_000, 2, 960);
        assertThat(positions).containsExactly(0L, 480L, 960L + 24_000, 1_440L + 24_000);
    }

    @Test
    void callsWithoutValidSoundAreIgnored() {
        framer.accept(new byte[1_920], 8, 48_000, 2, 480);
        framer.accept(new byte[10], 16, 48_000, 2, 480);
        framer.accept(new byte[10], 16, 0, 2, 2);
        framer.accept(new byte[10], 16, 48_000, 0, 5);
        assertThat(frames).isEmpty();
    }
}
