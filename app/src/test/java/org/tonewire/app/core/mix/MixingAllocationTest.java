package org.tonewire.app.core.mix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.Allocations;
import org.tonewire.app.core.audio.AudioFormat;

class MixingAllocationTest {
    private final Mixer mixer = new Mixer();
    private final float[] frame = new float[AudioFormat.FRAME_VALUES];
    private final float[] rendered = new float[Renderer.MAX_SAMPLES * AudioFormat.CHANNELS];

    @Test
    void twoTracksAreMixedWithoutAllocation() {
        Renderer device = mixer.attach(new SteadyTiming(5));
        TrackQueue one = mixer.openTrack();
        TrackQueue two = mixer.openTrack();
        Runnable tenMillis =
                () -> {
                    one.accept(frame, 0);
                    two.accept(frame, 0);
                    device.render(rendered, AudioFormat.FRAME_SAMPLES);
                };

        assertThat(Allocations.by(tenMillis)).isLessThan(Allocations.ALLOWED_BYTES);
        assertThat(one.underruns() + two.underruns()).isZero();
    }

    @Test
    void aTrackThatStarvesAllocatesNothing() {
        Renderer device = mixer.attach(new SteadyTiming(5));
        TrackQueue track = mixer.openTrack();
        track.accept(frame, 0);
        track.accept(frame, 0);
        track.accept(frame, 0);

        assertThat(Allocations.by(() -> device.render(rendered, AudioFormat.FRAME_SAMPLES)))
                .isLessThan(Allocations.ALLOWED_BYTES);
        assertThat(track.underruns()).isPositive();
    }
}
