package org.tonewire.app.ui.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.problem.Problem;

/// Passes two seconds of a tone, faded in and out, then silence, so that the device plays the end.
/// Owned by the tone's thread.
final class ToneSpan implements FrameSink {
    private static final int TONE_FRAMES = 200;
    private static final int FADE_FRAMES = 5;
    private static final int ALL_FRAMES = TONE_FRAMES + 20;

    private final FrameSink next;
    private final LevelMeter meter;
    private final Consumer<Optional<Problem>> onEnd;
    private int passed;

    /// @param onEnd called once at the end
    ToneSpan(FrameSink next, LevelMeter meter, Consumer<Optional<Problem>> onEnd) {
        this.next = next;
        this.meter = meter;
        this.onEnd = onEnd;
    }

    @Override
    public void accept(float[] frame, long position) {
        if (passed >= TONE_FRAMES) {
            Arrays.fill(frame, 0f);
        } else {
            shape(frame);
        }
        meter.measure(frame);
        next.accept(frame, position);
        passed++;
        if (passed == ALL_FRAMES) {
            onEnd.accept(Optional.empty());
        }
    }

    private void shape(float[] frame) {
        for (int i = 0; i < frame.length; i++) {
            int sample = i / AudioFormat.CHANNELS;
            float at = passed + (float) sample / AudioFormat.FRAME_SAMPLES;
            float edge = Math.min(at, TONE_FRAMES - at) / FADE_FRAMES;
            frame[i] *= Math.min(1f, edge);
        }
    }
}
