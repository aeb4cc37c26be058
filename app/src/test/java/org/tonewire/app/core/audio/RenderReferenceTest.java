package org.tonewire.app.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenderReferenceTest {
    private final RenderReference reference = new RenderReference();
    private final float[] frame = new float[AudioFormat.FRAME_VALUES];

    @Test
    void aReaderBeginsWithTheNextFrame() {
        write(0, 5);
        RenderReference.Reader reader = reference.reader();
        assertThat(reader.next(frame)).isFalse();

        write(5, 7);
        assertThat(drain(reader)).containsExactly(5f, 6f);
    }

    @Test
    void everyReaderGetsEveryFrame() {
        RenderReference.Reader one = reference.reader();
        RenderReference.Reader two = reference.reader();
        write(0, 3);

        assertThat(drain(one)).containsExactly(0f, 1f, 2f);
        assertThat(drain(two)).containsExactly(0f, 1f, 2f);
    }

    @Test
    void aReaderThatFallsBehindLosesTheOldestFrames() {
        RenderReference.Reader reader = reference.reader();
        write(0, 1_000);

        List<Float> read = drain(reader);
        assertThat(read).hasSize(32).isSorted();
        assertThat(read.getFirst()).isEqualTo(968f);
        assertThat(read.getLast()).isEqualTo(999f);
    }

    @Test
    void aReaderThatKeepsUpLosesNothing() {
        RenderReference.Reader reader = reference.reader();
        for (int i = 0; i < 1_000; i += 20) {
            write(i, i + 20);
            assertThat(drain(reader)).hasSize(20).startsWith((float) i);
        }
    }

    private void write(int from, int to) {
        for (int i = from; i < to; i++) {
            reference.write(Frames.constant(i));
        }
    }

    private List<Float> drain(RenderReference.Reader reader) {
        List<Float> values = new ArrayList<>();
        while (reader.next(frame)) {
            assertThat(frame).containsOnly(frame[0]);
            values.add(frame[0]);
        }
        return values;
    }
}
