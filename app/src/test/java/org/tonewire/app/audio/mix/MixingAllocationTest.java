package org.tonewire.app.audio.mix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.Allocations;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.device.TrackOutput;

class MixingAllocationTest {
    private final Mixer mixer = new Mixer();
    private final float[] frame = new float[AudioFormat.FRAME_VALUES];
    private final float[] rendered = new float[Renderer.MAX_FRAMES * AudioFormat.CHANNELS];

    @Test
    void twoTracksAreMixedWithoutAllocation() {
        mixer.activate(new StillPlayback("speakers"));
        TrackOutput one = mixer.openTrack();
        TrackOutput two = mixer.openTrack();
        Runnable tenMillis =
                () -> {
                    one.accept(frame);
                    two.accept(frame);
                    mixer.render(rendered, AudioFormat.FRAME_SAMPLES);
                };

        assertThat(Allocations.by(tenMillis)).isLessThan(Allocations.ALLOWED_BYTES);
        assertThat(one.underruns() + two.underruns()).isZero();
    }

    @Test
    void aTrackThatStarvesAllocatesNothing() {
        mixer.activate(new StillPlayback("speakers"));
        TrackOutput track = mixer.openTrack();
        track.accept(frame);
        track.accept(frame);
        track.accept(frame);

        assertThat(Allocations.by(() -> mixer.render(rendered, AudioFormat.FRAME_SAMPLES)))
                .isLessThan(Allocations.ALLOWED_BYTES);
        assertThat(track.underruns()).isPositive();
    }
}
