package org.tonewire.app.store.wav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;

class FrameRingTest {
    private final FrameRing ring = new FrameRing(3);
    private final float[] taken = new float[AudioFormat.FRAME_VALUES];

    @Test
    void framesComeOutInOrderWithTheirPositions() {
        for (int round = 0; round < 5; round++) {
            assertThat(ring.write(frame(0.1f), Long.MAX_VALUE - round)).isTrue();
            assertThat(ring.write(frame(0.2f), -1)).isTrue();

            assertThat(ring.read(taken)).isEqualTo(Long.MAX_VALUE - round);
            assertThat(taken).containsExactly(frame(0.1f));
            assertThat(ring.read(taken)).isEqualTo(-1);
            assertThat(taken).containsExactly(frame(0.2f));
            assertThat(ring.hasNext()).isFalse();
        }
    }

    @Test
    void aFrameThatFindsNoRoomChangesNothing() {
        for (int i = 1; i <= 3; i++) {
            assertThat(ring.write(frame(i), i)).isTrue();
        }

        assertThat(ring.write(frame(4), 4)).isFalse();

        assertThat(ring.read(taken)).isEqualTo(1);
        assertThat(ring.write(frame(5), 5)).isTrue();
        assertThat(ring.read(taken)).isEqualTo(2);
        assertThat(ring.read(taken)).isEqualTo(3);
        assertThat(ring.read(taken)).isEqualTo(5);
        assertThat(ring.hasNext()).isFalse();
    }

    private static float[] frame(float value) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        Arrays.fill(frame, value);
        return frame;
    }
}
