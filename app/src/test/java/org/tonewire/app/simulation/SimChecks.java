package org.tonewire.app.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tonewire.app.core.audio.Decibels;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.source.SourceId;

/// What must hold once the dust has settled.
final class SimChecks {
    private static final float CLOSE = 1e-3f;

    private final Hostility hostility;
    private final SimServer server;
    private final List<SimPerson> people;
    private final List<String> wrong = new ArrayList<>();

    SimChecks(Hostility hostility, SimServer server, List<SimPerson> people) {
        this.hostility = hostility;
        this.server = server;
        this.people = people;
    }

    /// @return what is wrong
    List<String> look() {
        wrong.clear();
        List<SimPerson> staying = people.stream().filter(person -> !person.isOver()).toList();
        for (SimPerson person : people) {
            expect(
                    !person.wasThrownOut() || mayEnd(person),
                    person,
                    "was thrown out: " + person.view().connection());
        }
        for (SimPerson person : staying) {
            expect(person.isInRoom(), person, "is not in the room: " + person.view().connection());
            expect(person.view().invite().equals(server.invite()), person, "has another invite");
        }
        if (server.members().size() != staying.size()) {
            wrong.add("the server has " + server.members());
        }
        if (wrong.isEmpty()) {
            staying.forEach(person -> presence(person, staying));
        }
        if (wrong.isEmpty()) {
            sound(staying);
        }
        return List.copyOf(wrong);
    }

    /// A hostile server can refuse everyone, and only links that work go on then; a renewed invite
    /// leaves out who did not hear of it.
    private boolean mayEnd(SimPerson person) {
        return hostility.ofServer() || SimHost.needsInvite(person, server);
    }

    private void presence(SimPerson person, List<SimPerson> staying) {
        Set<String> shown = new TreeSet<>();
        person.view().participants().forEach(other -> shown.add(other.id().base64Url()));
        expect(shown.equals(person.toldPresent()), person, "was told of " + person.toldPresent());
        Set<String> there = new TreeSet<>();
        staying.forEach(each -> there.add(each.key().base64Url()));
        expect(there.containsAll(shown), person, "shows who is gone: " + shown);
        for (SimPerson other : staying) {
            if (other != person) {
                find(person, other)
                        .ifPresentOrElse(
                                seen -> links(person, other, seen),
                                () -> expect(false, person, "does not show " + other.name()));
            }
        }
        expect(shown.size() == staying.size() - 1, person, "shows " + shown);
    }

    private static Optional<RemoteParticipant> find(SimPerson person, SimPerson other) {
        return person.view().participants().stream()
                .filter(seen -> seen.id().equals(other.key()))
                .findFirst();
    }

    private void links(SimPerson person, SimPerson other, RemoteParticipant seen) {
        expect(seen.name().equals(other.name()), person, "shows the name " + seen.name());
        expect(
                seen.receiveState() == LinkState.CONNECTED
                        && seen.sendState() == LinkState.CONNECTED,
                person,
                "is not connected with " + other.name());
        tracks(person, other, seen);
    }

    private void tracks(SimPerson person, SimPerson other, RemoteParticipant seen) {
        Set<String> shown = new TreeSet<>();
        for (ReceivedTrackState track : seen.tracks()) {
            shown.add(track.key().track().value());
            SimSources.Source source = other.sources().all().get(idOf(track.key()));
            expect(
                    source != null && source.muted() == track.mutedByOwner(),
                    person,
                    "shows another mute of " + track.key());
            expect(
                    person.mayHave(track.key(), track.fader()),
                    person,
                    track.key() + " has " + track.fader());
        }
        Set<String> sent = new TreeSet<>();
        other.sources().all().keySet().forEach(id -> sent.add(id.value()));
        expect(shown.equals(sent), person, "shows " + shown + " of " + other.name() + ": " + sent);
    }

    private static SourceId idOf(TrackKey key) {
        return new SourceId(key.track().value());
    }

    /// Every stream plays its own value; what each one hears is compared with all that it should.
    private void sound(List<SimPerson> staying) {
        staying.forEach(SimPerson::listen);
        people.forEach(person -> person.sources().play());
        for (SimPerson person : staying) {
            List<Float> expected = expected(person, staying);
            List<Float> heard = person.heard();
            expect(same(expected, heard), person, "hears " + heard + ", not " + expected);
            if (person.isRecording()) {
                recording(person, staying);
            }
        }
    }

    /// Every track that sounds, before any fader.
    private void recording(SimPerson person, List<SimPerson> staying) {
        List<Float> expected =
                staying.stream()
                        .flatMap(other -> other.sources().all().values().stream())
                        .map(SimSources.Source::heard)
                        .sorted()
                        .toList();
        List<Float> recorded = person.recorded();
        expect(same(expected, recorded), person, "records " + recorded + ", not " + expected);
    }

    private static List<Float> expected(SimPerson person, List<SimPerson> staying) {
        boolean solo =
                person.view().participants().stream()
                        .flatMap(other -> other.tracks().stream())
                        .anyMatch(track -> track.fader().solo());
        List<Float> values = new ArrayList<>();
        for (SimPerson other : staying) {
            RemoteParticipant seen = other == person ? null : find(person, other).orElseThrow();
            if (seen != null) {
                for (var source : other.sources().all().entrySet()) {
                    Fader fader =
                            seen.tracks().stream()
                                    .filter(track -> idOf(track.key()).equals(source.getKey()))
                                    .findFirst()
                                    .orElseThrow()
                                    .fader();
                    values.add(source.getValue().heard() * gain(fader, solo));
                }
            }
        }
        values.sort(null);
        return values;
    }

    private static float gain(Fader fader, boolean solo) {
        return fader.muted() || (solo && !fader.solo()) ? 0f : Decibels.toAmplitude(fader.gainDb());
    }

    private static boolean same(List<Float> one, List<Float> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (Math.abs(one.get(i) - other.get(i)) > CLOSE) {
                return false;
            }
        }
        return true;
    }

    private void expect(boolean holds, SimPerson person, String otherwise) {
        if (!holds) {
            wrong.add(person.name() + " " + otherwise);
        }
    }
}
