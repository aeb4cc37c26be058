package org.tonewire.app.media.pace;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.source.SourcePosition;

/// An endless sine of -18 dBFS in both channels. It fades in over the first frame, so that there is
/// no click.
public final class ToneFrameSource implements FrameSource {
    private static final double AMPLITUDE = Math.pow(10, -18.0 / 20);

    private final double stepRadians;
    private double phase;
    private final AtomicLong frames = new AtomicLong();

    public ToneFrameSource(double frequencyHz) {
        this.stepRadians = 2 * Math.PI * frequencyHz / AudioFormat.SAMPLE_RATE_HZ;
    }

    @Override
    public FrameResult next(float[] frame) {
        boolean first = frames.get() == 0;
        for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
            double fade = first ? (double) i / AudioFormat.FRAME_SAMPLES : 1;
            float value = (float) (AMPLITUDE * fade * Math.sin(phase));
            frame[2 * i] = value;
            frame[2 * i + 1] = value;
            phase += stepRadians;
            if (phase >= 2 * Math.PI) {
                phase -= 2 * Math.PI;
            }
        }
        frames.incrementAndGet();
        return FrameResult.FRAME;
    }

    @Override
    public SourcePosition position() {
        return new SourcePosition(
                Duration.ofNanos(frames.get() * AudioFormat.FRAME_NANOS), Optional.empty());
    }
}
