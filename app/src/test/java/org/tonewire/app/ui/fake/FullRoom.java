package org.tonewire.app.ui.fake;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.source.SourceOrigin;

/// A room with a source and a person of every kind.
public final class FullRoom {
    private FullRoom() {}

    public static SessionSnapshot everything() {
        Problem gone = new Problem(Reason.STREAM_UNREACHABLE, "https://radio.example.org/live");
        LocalSource system =
                Rooms.source(
                        "s",
                        new SourceOrigin.SystemAudio(Optional.empty()),
                        "System audio",
                        new SourceStatus.Opening());
        LocalSource stream =
                Rooms.source(
                        "u",
                        new SourceOrigin.Address(URI.create("https://radio.example.org/live")),
                        "radio.example.org",
                        new SourceStatus.Failed(gone));
        SessionSnapshot own =
                Rooms.withSources(
                        Rooms.empty(),
                        List.of(
                                Rooms.withMuted(Rooms.microphone(new SourceStatus.Live()), true),
                                Rooms.file(new SourceStatus.Live()),
                                stream,
                                system));
        return Rooms.withPeople(
                own,
                List.of(
                        changed(Rooms.person(0, 2)),
                        unreachable(Rooms.person(1, 0)),
                        Rooms.person(2, 1)));
    }

    private static RemoteParticipant changed(RemoteParticipant p) {
        ReceivedTrackState first = p.tracks().getFirst();
        ReceivedTrackState second = p.tracks().get(1);
        LevelMeter meter = new LevelMeter();
        return new RemoteParticipant(
                p.id(),
                p.name(),
                p.incoming(),
                p.outgoing(),
                List.of(
                        new ReceivedTrackState(
                                first.key(),
                                first.name(),
                                true,
                                new Fader(-6.5, -0.3, false, true),
                                meter),
                        new ReceivedTrackState(
                                second.key(),
                                second.name(),
                                false,
                                new Fader(3, 0, true, false),
                                second.meter())));
    }

    private static RemoteParticipant unreachable(RemoteParticipant p) {
        return new RemoteParticipant(
                p.id(), p.name(), LinkState.FAILED, LinkState.CONNECTED, p.tracks());
    }
}
