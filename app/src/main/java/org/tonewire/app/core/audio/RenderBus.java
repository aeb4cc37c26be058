package org.tonewire.app.core.audio;

import java.util.Arrays;

/// Adds up what all tracks play in the same 10 ms, for the master meter and as the echo reference;
/// it makes no sound itself. Frames come from the one render thread, which calls each track once
/// for every 10 ms: a track that comes a second time tells that a new 10 ms began.
public final class RenderBus {
    private final float[] sum = new float[AudioFormat.FRAME_VALUES];
    private final LevelMeter meter = new LevelMeter();
    private final RenderReference reference = new RenderReference();
    private volatile float masterGain = 1f;
    private long round = 1;

    /// A place for one track.
    public Tap tap() {
        return new Tap();
    }

    /// What is heard, all together, after the master fader.
    public LevelMeter meter() {
        return meter;
    }

    public RenderReference reference() {
        return reference;
    }

    /// Any thread; the fader of the output itself is elsewhere.
    public void setMasterGain(float gain) {
        masterGain = gain;
    }

    private void finishRound() {
        float gain = masterGain;
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= gain;
        }
        meter.measure(sum);
        reference.write(sum);
        Arrays.fill(sum, 0f);
        round++;
    }

    /// One track's place on the bus. The render thread only.
    public final class Tap {
        private long lastRound;

        private Tap() {}

        void add(float[] frame) {
            if (lastRound == round) {
                finishRound();
            }
            lastRound = round;
            for (int i = 0; i < frame.length; i++) {
                sum[i] += frame[i];
            }
        }
    }
}
