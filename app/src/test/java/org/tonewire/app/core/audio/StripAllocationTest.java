package org.tonewire.app.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// A collection of garbage in the middle of a frame would be heard.
class StripAllocationTest {
    private static final int FRAMES = 100_000;
    private static final long ALLOWED_BYTES = 4_096;

    private final RenderBus bus = new RenderBus();
    private final float[] frame = Frames.constant(0.1f);

    @Test
    void aSourcesFramesAllocateNothing() {
        SourceStrip strip = new SourceStrip(_ -> {}, bus.reference().reader());

        assertThat(allocatedBy(() -> strip.accept(frame))).isLessThan(ALLOWED_BYTES);
    }

    @Test
    void aReceivedTracksFramesAllocateNothing() {
        TrackStrip one = new TrackStrip(_ -> {}, bus.tap());
        TrackStrip two = new TrackStrip(_ -> {}, bus.tap());
        one.set(-0.001, 0.001, true);

        Runnable round =
                () -> {
                    one.accept(frame);
                    two.accept(frame);
                };
        assertThat(allocatedBy(round)).isLessThan(ALLOWED_BYTES);
    }

    @Test
    void theEchoReferenceAllocatesNothing() {
        RenderReference reference = bus.reference();
        RenderReference.Reader reader = reference.reader();
        float[] into = new float[AudioFormat.FRAME_VALUES];

        Runnable round =
                () -> {
                    reference.write(frame);
                    while (reader.next(into)) {
                        into[0] = 0;
                    }
                };
        assertThat(allocatedBy(round)).isLessThan(ALLOWED_BYTES);
    }

    private static long allocatedBy(Runnable step) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        for (int i = 0; i < 1_000; i++) {
            step.run();
        }
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < FRAMES; i++) {
            step.run();
        }
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
