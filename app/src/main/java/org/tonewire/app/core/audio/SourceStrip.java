package org.tonewire.app.core.audio;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Processes a source's frames before they are sent: channels, voice processing, gain, mute, meter.
/// Frames come from the source's one thread; settings from any. Streams that replace one another
/// share one time line: positions go on, with a gap for the time between them.
public final class SourceStrip implements FrameSink {
    private static final double SILENT_BELOW_DB = -60;

    private final FrameSink next;
    private final RenderReference.Reader played;
    private final LevelMeter meter = new LevelMeter();
    private final ChannelMix channels = new ChannelMix();
    private final GainRamp ramp = new GainRamp(0);
    private final JoinedPositions positions;
    private final float[] reference = new float[AudioFormat.FRAME_VALUES];
    private final float[] quiet = new float[AudioFormat.FRAME_VALUES];
    private final AtomicLong heardFrames = new AtomicLong();
    private volatile float gain = 1f;
    private volatile boolean muted;
    private volatile boolean shut;
    private volatile @Nullable VoiceProcessor voice;

    public SourceStrip(FrameSink next, RenderReference.Reader played) {
        this(next, played, System::nanoTime);
    }

    SourceStrip(FrameSink next, RenderReference.Reader played, LongSupplier nanoTime) {
        this.positions = new JoinedPositions(nanoTime);
        this.next = next;
        this.played = played;
    }

    /// @param gainDb -60 (silent) to +12
    public void setGainDb(double gainDb) {
        gain = gainDb <= SILENT_BELOW_DB ? 0f : Decibels.toAmplitude(gainDb);
    }

    /// While muted, only zeros are sent, from the next frame on.
    public void setMuted(boolean muted) {
        this.muted = muted;
    }

    /// From the next frame on nothing is sent, not even zeros. Final.
    public void shut() {
        shut = true;
    }

    /// What is sent of both channels, from the next frame on.
    public void setChannels(ChannelChoice choice) {
        channels.choose(choice);
    }

    /// The processor is used from the next frame on; null stops using one. It must stay open until
    /// the source's thread has ended.
    public void setVoice(@Nullable VoiceProcessor voice) {
        this.voice = voice;
    }

    /// Frames so far that came with any sound, muted or not: not digital silence. Any thread.
    public long heardFrames() {
        return heardFrames.get();
    }

    public LevelMeter meter() {
        return meter;
    }

    @Override
    public void accept(float[] frame, long position) {
        if (shut) {
            return;
        }
        if (clean(frame)) {
            heardFrames.lazySet(heardFrames.getPlain() + 1);
        }
        VoiceProcessor processor = voice;
        channels.apply(frame, processor != null);
        if (processor != null) {
            while (played.next(reference)) {
                processor.playedHere(reference);
            }
            processor.process(frame);
        }
        if (muted) {
            Arrays.fill(frame, 0f);
            ramp.jumpTo(0);
        } else {
            float target = gain;
            ramp.apply(frame, target, target);
        }
        if (shut) {
            return;
        }
        meter.measure(frame);
        next.accept(frame, positions.place(position));
    }

    /// Sends some silence after the last frame, so that receivers do not conceal its end as a loss.
    /// From the source's thread, as its last step.
    public void sendSilence(int frames) {
        for (int i = 0; i < frames && !shut; i++) {
            Arrays.fill(quiet, 0f);
            meter.measure(quiet);
            next.accept(quiet, positions.append());
        }
    }

    /// Replaces NaN and infinity, which would stay in filters without end.
    ///
    /// @return whether there is any sound
    private static boolean clean(float[] frame) {
        boolean sound = false;
        for (int i = 0; i < frame.length; i++) {
            if (!Float.isFinite(frame[i])) {
                frame[i] = 0f;
            }
            sound |= frame[i] != 0f;
        }
        return sound;
    }
}
