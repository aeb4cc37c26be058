package org.tonewire.app.core.audio;

/// Processes a received track's frames before the output: meter, fader, pan, mute. Frames come from
/// the one thread of the track's transport; settings from any.
public final class TrackStrip implements FrameSink {
    private static final double SILENT_BELOW_DB = -60;

    private final FrameSink output;
    private final LevelMeter meter = new LevelMeter();
    private final GainRamp ramp = new GainRamp(0);
    private volatile Gains gains = new Gains(1f, 1f);

    private record Gains(float left, float right) {}

    public TrackStrip(FrameSink output) {
        this.output = output;
    }

    /// Sets the track's gain and pan, which are reached within one frame.
    ///
    /// @param gainDb -60 (silent) to +12
    /// @param pan -1 (left) to 1 (right); the opposite side gets quieter, the other keeps its level
    /// @param heard false silences it
    public void set(double gainDb, double pan, boolean heard) {
        float gain = heard && gainDb > SILENT_BELOW_DB ? Decibels.toAmplitude(gainDb) : 0f;
        float left = (float) Math.min(1, 1 - pan);
        float right = (float) Math.min(1, 1 + pan);
        gains = new Gains(gain * left, gain * right);
    }

    /// The received level, before the fader.
    public LevelMeter meter() {
        return meter;
    }

    @Override
    public void accept(float[] frame, long position) {
        meter.measure(frame);
        Gains now = gains;
        ramp.apply(frame, now.left(), now.right());
        output.accept(frame, position);
    }
}
