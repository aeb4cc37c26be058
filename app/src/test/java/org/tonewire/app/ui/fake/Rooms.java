package org.tonewire.app.ui.fake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.OutputStatus;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;

/// Rooms to show: empty, small and full.
public final class Rooms {
    public static final String LINK =
            "https://192.168.1.20:45113/r/Sunday%20rehearsal#k=AAECAwQFBgcICQoLDA0ODw"
                    + "&f=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    public static final Invite INVITE = InviteLink.parse(LINK).orElseThrow();

    private Rooms() {}

    /// Nobody, nothing.
    public static SessionSnapshot empty() {
        return new SessionSnapshot(
                new ConnectionStatus.InRoom(),
                INVITE,
                new ParticipantName("Ada"),
                List.of(),
                List.of(),
                new OutputStatus(
                        new OutputChoice.SystemDefault(),
                        "Headphones",
                        0,
                        Optional.empty(),
                        new LevelMeter()));
    }

    /// Some people with two tracks each.
    public static SessionSnapshot withOthers(int people) {
        return withPeople(empty(), IntStream.range(0, people).mapToObj(i -> person(i, 2)).toList());
    }

    public static RemoteParticipant person(int number, int tracks) {
        List<String> names = List.of("Berta", "Carlos", "Dědeček Jiří", "えみ", "François");
        ParticipantId id = new ParticipantId("p" + number);
        return new RemoteParticipant(
                id,
                names.get(number % names.size()),
                LinkState.CONNECTED,
                LinkState.CONNECTED,
                IntStream.range(0, tracks).mapToObj(i -> track(id, i)).toList());
    }

    public static ReceivedTrackState track(ParticipantId person, int number) {
        List<String> names = List.of("Microphone", "System audio", "Violin");
        return new ReceivedTrackState(
                new TrackKey(person, new TrackId("source-" + number)),
                names.get(number % names.size()),
                false,
                Fader.UNITY,
                new LevelMeter());
    }

    public static LocalSource microphone(SourceStatus status) {
        return source("m", new SourceOrigin.Microphone(Optional.empty()), "Microphone", status);
    }

    public static LocalSource file(SourceStatus status) {
        SourceOrigin origin = new SourceOrigin.AudioFile(Path.of("/music/take-3.flac"), false);
        return source("f", origin, "Adagio in G, third take with the whole band.flac", status);
    }

    public static LocalSource source(
            String id, SourceOrigin origin, String name, SourceStatus status) {
        boolean voice = origin instanceof SourceOrigin.Microphone;
        return new LocalSource(
                new SourceId(id),
                new SourceSpec(origin, voice ? Profile.VOICE : Profile.MUSIC, 0, Optional.empty()),
                name,
                false,
                false,
                status,
                new LevelMeter(),
                () ->
                        new SourcePosition(
                                Duration.ofSeconds(83), Optional.of(Duration.ofSeconds(251))));
    }

    public static LocalSource withSpec(LocalSource s, SourceSpec spec) {
        return new LocalSource(
                s.id(),
                spec,
                s.name(),
                s.muted(),
                s.waiting(),
                s.status(),
                s.meter(),
                s.position());
    }

    public static LocalSource withMuted(LocalSource s, boolean muted) {
        return new LocalSource(
                s.id(),
                s.spec(),
                s.name(),
                muted,
                s.waiting(),
                s.status(),
                s.meter(),
                s.position());
    }

    /// A microphone waits for its key.
    public static LocalSource withHeld(LocalSource s, boolean held) {
        boolean waiting = held && s.spec().origin() instanceof SourceOrigin.Microphone;
        return new LocalSource(
                s.id(),
                s.spec(),
                s.name(),
                s.muted(),
                waiting,
                s.status(),
                s.meter(),
                s.position());
    }

    public static SessionSnapshot withSources(SessionSnapshot s, List<LocalSource> sources) {
        return new SessionSnapshot(
                s.connection(), s.invite(), s.name(), sources, s.participants(), s.output());
    }

    public static SessionSnapshot withPeople(SessionSnapshot s, List<RemoteParticipant> people) {
        return new SessionSnapshot(
                s.connection(), s.invite(), s.name(), s.sources(), people, s.output());
    }

    public static SessionSnapshot withOutput(SessionSnapshot s, OutputStatus output) {
        return new SessionSnapshot(
                s.connection(), s.invite(), s.name(), s.sources(), s.participants(), output);
    }

    public static SessionSnapshot withConnection(SessionSnapshot s, ConnectionStatus status) {
        return new SessionSnapshot(
                status, s.invite(), s.name(), s.sources(), s.participants(), s.output());
    }
}
