package org.tonewire.app.core.mix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.Decibels;
import org.tonewire.app.core.audio.JoinedPositions;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.audio.RenderReference;
import org.tonewire.app.core.record.RecordTap;

/// The sum of all received tracks after the master fader, and everything that reads that sum: the
/// meter, the echo reference, a tap for a recording of the mix. One device at a time pulls it from
/// the device's thread; each track is fed by the thread of its transport.
///
/// The session thread adds and removes tracks and changes settings; the owner of the device
/// attaches and detaches it.
public final class Mixer {
    private static final double SILENT_BELOW_DB = -60;

    /// From silence to full scale in 5 ms.
    private static final float GAIN_STEP = 1f / 240;

    private final LevelMeter meter = new LevelMeter();
    private final RenderReference reference = new RenderReference();
    private final RecordTap recordTap = new RecordTap((_, _) -> {});
    private final JoinedPositions positions;
    private final AtomicLong renderedSamples = new AtomicLong();
    private final Object changing = new Object();
    private volatile TrackQueue[] queues = {};
    private volatile @Nullable DeviceRenderer current;
    private volatile boolean over;
    private volatile float targetGain = 1f;
    private float gain = 1f;

    public Mixer() {
        this(System::nanoTime);
    }

    Mixer(LongSupplier nanoTime) {
        positions = new JoinedPositions(nanoTime);
    }

    /// Attaches a device, which pulls the sum from here on; the one before gets silence.
    ///
    /// @return to be called by the device's one thread
    public Renderer attach(OutputTiming device) {
        DeviceRenderer renderer = new DeviceRenderer(device);
        current = renderer;
        return renderer;
    }

    /// Detaches the device: frames of tracks are dropped.
    public void detach() {
        current = null;
    }

    /// Only silence is rendered from here on, whatever gain is set. Any thread.
    public void end() {
        over = true;
        detach();
    }

    /// Adds the queue of one track, of any transport.
    public TrackQueue openTrack() {
        TrackQueue queue = new TrackQueue(this);
        synchronized (changing) {
            TrackQueue[] more = Arrays.copyOf(queues, queues.length + 1);
            more[more.length - 1] = queue;
            queues = more;
        }
        return queue;
    }

    void remove(TrackQueue queue) {
        synchronized (changing) {
            List<TrackQueue> fewer = new ArrayList<>(List.of(queues));
            fewer.remove(queue);
            queues = fewer.toArray(TrackQueue[]::new);
        }
    }

    /// Sets the master gain, which is reached within 5 ms. Any thread.
    ///
    /// @param gainDb -60 (silent) to +12
    public void setGainDb(double gainDb) {
        targetGain = gainDb <= SILENT_BELOW_DB ? 0f : Decibels.toAmplitude(gainDb);
    }

    /// Samples of each channel that a device, or what stands in for one, has pulled so far. Any
    /// thread.
    public long renderedSamples() {
        return renderedSamples.get();
    }

    /// The level of the sum, after the master fader.
    public LevelMeter meter() {
        return meter;
    }

    /// The sum as the reference for echo cancellation. It is ahead of the loudspeaker by the
    /// device's latency.
    public RenderReference reference() {
        return reference;
    }

    /// The tap for a recording of the mix, not used yet. Its positions go on while devices change.
    public RecordTap recordTap() {
        return recordTap;
    }

    boolean active() {
        return current != null;
    }

    double safeMillis() {
        DeviceRenderer renderer = current;
        return renderer == null ? 0 : renderer.device.safeMillis();
    }

    long latencyMicros() {
        DeviceRenderer renderer = current;
        return renderer == null ? 0 : renderer.device.latencyMicros();
    }

    private void mix(float[] interleaved, int samples) {
        for (TrackQueue queue : queues) {
            queue.addTo(interleaved, samples);
        }
        float target = over ? 0f : targetGain;
        for (int i = 0; i < samples; i++) {
            gain += Math.clamp(target - gain, -GAIN_STEP, GAIN_STEP);
            interleaved[2 * i] *= gain;
            interleaved[2 * i + 1] *= gain;
        }
    }

    /// The renderer of one device. The device's thread only; a device that was replaced gets
    /// silence and changes nothing.
    private final class DeviceRenderer implements Renderer {
        private final OutputTiming device;
        private final float[] frame = new float[AudioFormat.FRAME_VALUES];
        private int filled;
        private long position;
        private boolean begun;

        DeviceRenderer(OutputTiming device) {
            this.device = device;
        }

        @Override
        public void render(float[] interleaved, int samples) {
            Arrays.fill(interleaved, 0, samples * AudioFormat.CHANNELS, 0f);
            if (current == this) {
                begin();
                mix(interleaved, samples);
                renderedSamples.lazySet(renderedSamples.getPlain() + samples);
                observe(interleaved, samples * AudioFormat.CHANNELS);
            }
        }

        /// Restarts the queues: their depth was that of another device, and they grew during the
        /// change.
        private void begin() {
            if (!begun) {
                begun = true;
                for (TrackQueue queue : queues) {
                    queue.restart();
                }
            }
        }

        @Override
        public void skipped(long samples) {
            position += samples;
        }

        /// Cuts the rendered sound into frames of 10 ms, for whatever reads the sum.
        private void observe(float[] interleaved, int values) {
            int taken = 0;
            while (taken < values) {
                int part = Math.min(frame.length - filled, values - taken);
                System.arraycopy(interleaved, taken, frame, filled, part);
                taken += part;
                filled += part;
                if (filled == frame.length) {
                    filled = 0;
                    meter.measure(frame);
                    reference.write(frame);
                    recordTap.accept(frame, positions.place(position));
                    position += AudioFormat.FRAME_SAMPLES;
                }
            }
        }
    }
}
