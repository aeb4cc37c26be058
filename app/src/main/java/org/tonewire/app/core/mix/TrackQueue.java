package org.tonewire.app.core.mix;

import java.util.concurrent.atomic.AtomicLong;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.audio.SampleRing;

/// The sound of one track between its transport and the output device. The thread of the track's
/// transport puts frames in, at the transport's own pace; the thread that pulls the mixer takes
/// samples out, at a pace that keeps the queue short. Tracks of different transports may be fed by
/// different threads at the same time. Neither side waits, locks or allocates.
///
/// The transport conceals losses before this queue, so positions are not used here.
public final class TrackQueue implements FrameSink, AutoCloseable {
    private static final int VALUES_PER_MILLI =
            AudioFormat.SAMPLE_RATE_HZ / 1_000 * AudioFormat.CHANNELS;
    private static final int CAPACITY_MILLIS = 300;
    private static final double MAX_EXCESS_MILLIS = 100;
    private static final double FRAME_MILLIS = 10;
    private static final int FADE_SAMPLES = 96;

    private final Mixer mixer;
    private final SampleRing ring = new SampleRing(CAPACITY_MILLIS * VALUES_PER_MILLI);
    private final DriftResampler resampler = new DriftResampler();
    private final float[] played = new float[Renderer.MAX_SAMPLES * AudioFormat.CHANNELS];
    private final float[] after = new float[Renderer.MAX_SAMPLES * AudioFormat.CHANNELS];
    private final AtomicLong underruns = new AtomicLong();
    private final AtomicLong lostFrames = new AtomicLong();
    private final DriftController control;

    private boolean playing;
    private int fadeIn;
    private int windowSamples;
    private int leastValues;
    private float lastLeft;
    private float lastRight;
    private volatile double driftPpm;

    TrackQueue(Mixer mixer) {
        this.mixer = mixer;
        this.control = new DriftController(mixer.safeMillis());
    }

    /// The transport's thread. Without a device, frames are dropped.
    @Override
    public void accept(float[] frame, long position) {
        if (!mixer.active()) {
            return;
        }
        if (ring.capacity() - ring.readable() < frame.length) {
            lostFrames.incrementAndGet();
            return;
        }
        ring.write(frame, 0, frame.length);
    }

    /// Sound received and not played yet, the device's own queue included, in microseconds. Any
    /// thread.
    public long queuedMicros() {
        return ring.readable() * 1_000L / VALUES_PER_MILLI + mixer.latencyMicros();
    }

    /// Times the queue ran dry while the track was playing. Any thread.
    public long underruns() {
        return underruns.get();
    }

    /// Frames thrown away because the queue was far too deep. Any thread.
    public long lostFrames() {
        return lostFrames.get();
    }

    /// How much faster the transport's clock runs than that of the device, in parts per million; 0
    /// until it is measured. Any thread.
    public double driftPpm() {
        return driftPpm;
    }

    /// Removes the track from the mix. Session thread. Idempotent.
    @Override
    public void close() {
        mixer.remove(this);
    }

    /// Adds the track's next samples to the sum. The thread that pulls the mixer.
    void addTo(float[] sum, int samples) {
        int fill = ring.readable();
        if (!playing && !begin(fill)) {
            return;
        }
        int left = fill - resampler.needed(samples) * AudioFormat.CHANNELS;
        if (left < 0) {
            starve(sum, samples);
            return;
        }
        leastValues = Math.min(leastValues, left);
        resampler.play(ring, played, samples);
        windowSamples += samples;
        if (windowSamples >= AudioFormat.SAMPLE_RATE_HZ) {
            endWindow(samples);
        }
        add(sum, samples);
    }

    /// Another device pulls from here on: the queue fills to its target again. The thread that
    /// pulls.
    void restart() {
        playing = false;
    }

    /// Starts when the queue holds enough for the next frame to arrive in time; drops what is
    /// older.
    private boolean begin(int fill) {
        control.base(mixer.safeMillis());
        int wanted = values(control.targetMillis() + FRAME_MILLIS);
        if (fill < wanted) {
            return false;
        }
        ring.skip(fill - wanted);
        resampler.clear();
        playing = true;
        // Begins with a fade-in after the resampler's initial silence, so that there is no click.
        fadeIn = -DriftResampler.TAPS;
        newWindow();
        return true;
    }

    private void newWindow() {
        windowSamples = 0;
        leastValues = Integer.MAX_VALUE;
    }

    private void endWindow(int samples) {
        control.base(mixer.safeMillis());
        double leastMillis = (double) leastValues / VALUES_PER_MILLI;
        double excess = leastMillis - control.targetMillis();
        if (excess > MAX_EXCESS_MILLIS) {
            jump(samples, values(excess));
            leastMillis = control.targetMillis();
        }
        resampler.fasterPpm(control.window(leastMillis));
        driftPpm = control.learntPpm();
        newWindow();
    }

    /// Skips so many values, with a crossfade.
    private void jump(int samples, int values) {
        ring.skip(values);
        lostFrames.addAndGet(values / AudioFormat.FRAME_VALUES);
        resampler.play(ring, after, samples);
        for (int i = 0; i < samples * AudioFormat.CHANNELS; i++) {
            float share = (float) i / (samples * AudioFormat.CHANNELS);
            played[i] = played[i] * (1 - share) + after[i] * share;
        }
    }

    private void add(float[] sum, int samples) {
        for (int i = 0; i < samples; i++) {
            float gain = fadeIn < FADE_SAMPLES ? Math.max(0, (float) fadeIn++ / FADE_SAMPLES) : 1f;
            sum[2 * i] += gain * played[2 * i];
            sum[2 * i + 1] += gain * played[2 * i + 1];
        }
        lastLeft = played[2 * samples - 2];
        lastRight = played[2 * samples - 1];
    }

    /// The queue is empty: fades out the last value instead of cutting it off.
    private void starve(float[] sum, int samples) {
        for (int i = 0; i < Math.min(samples, FADE_SAMPLES); i++) {
            float gain = 1f - (float) i / FADE_SAMPLES;
            sum[2 * i] += gain * lastLeft;
            sum[2 * i + 1] += gain * lastRight;
        }
        playing = false;
        underruns.incrementAndGet();
        control.underran();
    }

    private static int values(double millis) {
        return (int) Math.round(millis * VALUES_PER_MILLI / 2) * AudioFormat.CHANNELS;
    }
}
