package org.tonewire.app.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleRingTest {
    @Test
    void valuesAreReadInOrderAcrossTheEndOfTheArray() {
        SampleRing ring = new SampleRing(16);
        Random random = new Random(7);
        float[] chunk = new float[16];
        float in = 0;
        float out = 0;
        for (int i = 0; i < 10_000; i++) {
            int offered = random.nextInt(17);
            for (int k = 0; k < offered; k++) {
                chunk[k] = in + k;
            }
            in += ring.write(chunk, 0, offered);
            int taken = ring.read(chunk, 0, random.nextInt(17));
            for (int k = 0; k < taken; k++) {
                assertThat(chunk[k]).isEqualTo(out++);
            }
        }
        assertThat(out).isGreaterThan(10_000);
    }

    @Test
    void aFullRingTakesNoMoreAndAnEmptyOneReturnsNothing() {
        SampleRing ring = new SampleRing(10);
        assertThat(ring.capacity()).isEqualTo(16);
        assertThat(ring.write(new float[20], 0, 20)).isEqualTo(16);
        assertThat(ring.write(new float[1], 0, 1)).isZero();
        assertThat(ring.skip(20)).isEqualTo(16);
        assertThat(ring.read(new float[1], 0, 1)).isZero();
    }

    @Test
    void twoThreadsLoseNothing() throws InterruptedException {
        SampleRing ring = new SampleRing(64);
        int wanted = 200_000;
        Thread producer =
                Thread.ofPlatform()
                        .start(() -> {
                            float[] one = new float[1];
                            for (int i = 0; i < wanted; i++) {
                                one[0] = i;
                                while (ring.write(one, 0, 1) == 0) {
                                    Thread.onSpinWait();
                                }
                            }
                        });
        float[] out = new float[64];
        int next = 0;
        while (next < wanted) {
            int read = ring.read(out, 0, 64);
            for (int k = 0; k < read; k++) {
                assertThat(out[k]).isEqualTo(next++);
            }
        }
        producer.join();
    }
}
