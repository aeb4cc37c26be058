package org.tonewire.app.audio.mix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonewire.app.core.device.TrackOutput;

/// The sum of all tracks, under one gain. Tracks come and go from the session thread; rendering
/// belongs to the thread of the device in use.
final class Mixer implements Renderer {
    /// From silence to full scale in 5 ms.
    private static final float GAIN_STEP = 1f / 240;

    private final Object changing = new Object();
    private volatile TrackQueue[] queues = {};
    private volatile boolean active;
    private volatile boolean over;
    private volatile long latencyMicros;
    private volatile double safeMillis = 5;
    private volatile float targetGain = 1f;
    private float gain = 1f;

    /// A device takes the sum from here on.
    void activate(Playback device) {
        safeMillis = device.safeMillis();
        latencyMicros = device.latencyMicros();
        active = true;
    }

    /// No device does: frames go nowhere.
    void deactivate() {
        active = false;
        latencyMicros = 0;
    }

    /// Nothing is heard from here on, whatever gain is set.
    void end() {
        over = true;
        deactivate();
    }

    double safeMillis() {
        return safeMillis;
    }

    boolean active() {
        return active;
    }

    long latencyMicros() {
        return latencyMicros;
    }

    void setGain(float linear) {
        targetGain = linear;
    }

    TrackOutput openTrack() {
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

    @Override
    public void render(float[] interleaved, int frames) {
        Arrays.fill(interleaved, 0, frames * 2, 0f);
        for (TrackQueue queue : queues) {
            queue.addTo(interleaved, frames);
        }
        float target = over ? 0f : targetGain;
        for (int i = 0; i < frames; i++) {
            gain += Math.clamp(target - gain, -GAIN_STEP, GAIN_STEP);
            interleaved[2 * i] *= gain;
            interleaved[2 * i + 1] *= gain;
        }
    }
}
