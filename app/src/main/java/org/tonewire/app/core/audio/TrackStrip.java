package org.tonewire.app.core.audio;

/// What a received track's frames pass on their way to the output: meter, fader, pan, mute. Frames
/// come from the one thread of the track's transport; settings from any.
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

    /// Sets how the track is heard; it takes one frame to get there.
    ///
    /// @param gainDb -60 (silent) to +12
    /// @param pan -1 (left) to 1 (right); the side turned away from gets quieter, the other stays
    /// @param heard false silences it
    public void set(double gainDb, double pan, boolean heard) {
        float gain = heard && gainDb > SILENT_BELOW_DB ? Decibels.toAmplitude(gainDb) : 0f;
        float left = (float) Math.min(1, 1 - pan);
        float right = (float) Math.min(1, 1 + pan);
        gains = new Gains(gain * left, gain * right);
    }

    /// What comes in, before the fader.
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
