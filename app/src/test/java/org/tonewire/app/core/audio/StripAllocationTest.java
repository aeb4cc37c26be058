package org.tonewire.app.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Strips allocate nothing, as a garbage collection in the middle of a frame would be heard.
class StripAllocationTest {

    private final RenderReference reference = new RenderReference();
    private final float[] frame = Frames.constant(0.1f);

    @Test
    void aSourcesFramesAllocateNothing() {
        SourceStrip strip = new SourceStrip((_, _) -> {}, reference.reader());

        assertThat(Allocations.by(() -> strip.accept(frame, 0)))
                .isLessThan(Allocations.ALLOWED_BYTES);
    }

    @Test
    void aReceivedTracksFramesAllocateNothing() {
        TrackStrip one = new TrackStrip((_, _) -> {});
        TrackStrip two = new TrackStrip((_, _) -> {});
        one.set(-0.001, 0.001, true);

        Runnable round =
                () -> {
                    one.accept(frame, 0);
                    two.accept(frame, 0);
                };
        assertThat(Allocations.by(round)).isLessThan(Allocations.ALLOWED_BYTES);
    }

    @Test
    void theEchoReferenceAllocatesNothing() {
        RenderReference.Reader reader = reference.reader();
        float[] into = new float[AudioFormat.FRAME_VALUES];

        Runnable round =
                () -> {
                    reference.write(frame);
                    while (reader.next(into)) {
                        into[0] = 0;
                    }
                };
        assertThat(Allocations.by(round)).isLessThan(Allocations.ALLOWED_BYTES);
    }
}
