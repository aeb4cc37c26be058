package org.tonewire.app.ui.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.audio.Levels;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.app.core.source.SourceHealth;
import org.tonewire.app.core.room.TrackStats.Direction;
import org.tonewire.signaling.protocol.ParticipantId;

/// Chat lines and figures as a session tells them.
public final class SampleStats {
    private static final double UNKNOWN = Double.NaN;

    private SampleStats() {}

    public static SessionEvent.ChatReceived chat(String name, String text) {
        return new SessionEvent.ChatReceived(Optional.of(new ParticipantId("p0")), name, text);
    }

    public static SessionEvent.ChatReceived ownChat(String text) {
        return new SessionEvent.ChatReceived(Optional.empty(), "Ada", text);
    }

    /// Figures for every track there is.
    public static SessionEvent.StatsCollected of(SessionSnapshot room) {
        List<TrackStats> all = new ArrayList<>();
        for (RemoteParticipant person : room.participants()) {
            for (LocalSource source : room.sources()) {
                all.add(sent(person.id(), new TrackId(source.id().value())));
            }
            for (ReceivedTrackState track : person.tracks()) {
                all.add(received(person.id(), track.key().track(), "host-host"));
            }
        }
        return new SessionEvent.StatsCollected(all, sound(room));
    }

    private static SoundStats sound(SessionSnapshot room) {
        SourceHealth health = new SourceHealth(48_000, 2, -3.4);
        return new SoundStats(
                room.sources().stream()
                        .map(source -> new SoundStats.SourceStats(source.id(), health))
                        .toList(),
                room.participants().stream()
                        .flatMap(person -> person.tracks().stream())
                        .map(track -> new SoundStats.QueueStats(track.key(), 21, 1, 4, 12.6))
                        .toList(),
                true,
                0);
    }

    public static TrackStats received(ParticipantId from, TrackId track, String path) {
        return new TrackStats(
                from,
                track,
                Direction.RECEIVED,
                "opus/48000/2;stereo=1",
                path,
                255_800,
                12.4,
                1.8,
                0.2,
                38,
                21,
                0,
                0,
                Levels.silent(0));
    }

    private static TrackStats sent(ParticipantId to, TrackId track) {
        return new TrackStats(
                to,
                track,
                Direction.SENT,
                "opus/48000/2;stereo=1",
                "host-host",
                256_100,
                12.4,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                Levels.silent(0));
    }
}
