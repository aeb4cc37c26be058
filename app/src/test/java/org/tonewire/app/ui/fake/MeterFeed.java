package org.tonewire.app.ui.fake;

import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionSnapshot;

/// Lets a room's meters move: sines of different loudness.
public final class MeterFeed {
    private final SessionSnapshot room;
    private int frames;

    public MeterFeed(SessionSnapshot room) {
        this.room = room;
    }

    /// The next 10 ms of everything.
    public void next() {
        frames++;
        int number = 0;
        for (LocalSource source : room.sources()) {
            feed(source.meter(), source.muted() || source.waiting() ? 0 : loudness(number), 0.8);
            number++;
        }
        for (RemoteParticipant person : room.participants()) {
            for (ReceivedTrackState track : person.tracks()) {
                feed(track.meter(), track.mutedByOwner() ? 0 : loudness(number), 0.6);
                number++;
            }
        }
        feed(room.output().meter(), 0.5, 0.9);
    }

    private double loudness(int number) {
        double[] steps = {0.5, 0.12, 1.05, 0.3, 0.05, 0.7};
        double swing = 0.75 + 0.25 * Math.sin(frames / 40.0 + number);
        return steps[number % steps.length] * swing;
    }

    private static void feed(LevelMeter meter, double left, double rightShare) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
            double wave = Math.sin(2 * Math.PI * 1_000 * i / AudioFormat.SAMPLE_RATE_HZ);
            frame[2 * i] = (float) (wave * left);
            frame[2 * i + 1] = (float) (wave * left * rightShare);
        }
        meter.measure(frame);
    }
}
