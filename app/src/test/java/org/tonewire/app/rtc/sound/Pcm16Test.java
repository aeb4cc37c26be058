package org.tonewire.app.rtc.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.Allocations;
import org.tonewire.app.core.audio.AudioFormat;

final class Pcm16Test {
    @Test
    void everySampleValueSurvivesBothConversions() {
        byte[] bytes = new byte[2];
        for (int sample = -32_768; sample <= 32_767; sample++) {
            Pcm16.put(bytes, 0, sample / Pcm16.SCALE);
            assertThat(Pcm16.get(bytes, 0)).isEqualTo(sample / Pcm16.SCALE);
        }
    }

    @Test
    void valuesBeyondFullScaleAreClipped() {
        assertThat(packed(1f)).isEqualTo(32_767);
        assertThat(packed(7f)).isEqualTo(32_767);
        assertThat(packed(-7f)).isEqualTo(-32_768);
        assertThat(packed(Float.POSITIVE_INFINITY)).isEqualTo(32_767);
        assertThat(packed(Float.NaN)).isZero();
    }

    @Test
    void samplesAreLittleEndian() {
        byte[] bytes = new byte[4];
        Pcm16.pack(new float[] {0, 0x1234 / Pcm16.SCALE}, bytes);
        assertThat(bytes).containsExactly(0, 0, 0x34, 0x12);
    }

    private static int packed(float value) {
        byte[] bytes = new byte[2];
        Pcm16.put(bytes, 0, value);
        return Math.round(Pcm16.get(bytes, 0) * Pcm16.SCALE);
    }

    @Test
    void packingAllocatesNothing() {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        byte[] packed = new byte[AudioFormat.FRAME_VALUES * 2];
        assertThat(Allocations.by(() -> Pcm16.pack(frame, packed)))
                .isLessThan(Allocations.ALLOWED_BYTES);
    }
}
