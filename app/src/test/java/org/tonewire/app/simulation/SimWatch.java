package org.tonewire.app.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonewire.app.core.audio.Decibels;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.fake.FakeLinkEnd;
import org.tonewire.app.fake.FakeLinks;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// What must hold at every moment, whatever a server and a member do: nobody is taken for another,
/// what is heard and said as somebody's comes from there, links whose packets flow are not given
/// up, and what a session keeps is bounded.
final class SimWatch {
    /// As many others are shown at most.
    private static final int MAX_PARTICIPANTS = RemoteParticipant.MOST;

    private static final int MAX_CANDIDATES = 256;
    private static final int TIMERS_OF_SESSION = 150;
    private static final int TIMERS_OF_PARTICIPANT = 100;

    private final List<SimPerson> people;
    private final Set<IdentityKey> invented = new HashSet<>();

    /// @param people grows with the room; the number of each is its place
    SimWatch(List<SimPerson> people) {
        this.people = people;
    }

    /// Somebody with the keys of the room made up this participant.
    void invented(IdentityKey key) {
        invented.add(key);
    }

    /// @throws AssertionError if this person was told what is not true
    void told(SimPerson who, SessionEvent event) {
        if (event instanceof SessionEvent.ParticipantJoined(var id, String name, _, _)) {
            named(who, id, name);
        }
        if (event instanceof SessionEvent.ParticipantRenamed(var id, String name)) {
            named(who, id, name);
        }
        if (event instanceof SessionEvent.ChatReceived(Optional<IdentityKey> from, _, String text)
                && !honest(from.orElse(who.key())).map(by -> by.hasSaid(text)).orElse(true)) {
            throw new AssertionError(who.name() + " was told what nobody said: " + text);
        }
    }

    private void named(SimPerson who, IdentityKey id, String name) {
        if (id.equals(who.key())) {
            throw new AssertionError(who.name() + " was told of itself");
        }
        if (of(id).isEmpty() && !invented.contains(id)) {
            throw new AssertionError(who.name() + " was told of nobody: " + name);
        }
        if (honest(id).filter(other -> !other.wasNamed(name)).isPresent()) {
            throw new AssertionError(who.name() + " was told a wrong name: " + name);
        }
    }

    private Optional<SimPerson> of(IdentityKey id) {
        return people.stream().filter(person -> person.key().equals(id)).findFirst();
    }

    private Optional<SimPerson> honest(IdentityKey id) {
        return of(id).filter(person -> !person.isHostile());
    }

    /// A person closed its end of a link though packets flow on it. It may, where the invite was
    /// renewed and one of both has not come over.
    void workingLinkClosed(int by, int other) {
        SimPerson one = people.get(by - 1);
        SimPerson two = people.get(other - 1);
        if (one.hasLeft() || two.isOver() || one.isHostile() || two.isHostile()) {
            return;
        }
        if (!one.view().invite().equals(two.view().invite())) {
            return;
        }
        throw new AssertionError(
                "%s gave up a link with %s that worked".formatted(one.name(), two.name()));
    }

    /// Looks at what the session of everyone keeps who is not hostile.
    void lookAtSizes() {
        inside().forEach(this::lookAtSize);
    }

    /// Looks whether everyone who is not hostile hears each under the right name.
    void lookAtVoices() {
        List<SimPerson> inside = inside();
        play();
        inside.forEach(SimWatch::forgetPeaks);
        play();
        inside.forEach(this::lookAtVoices);
    }

    private List<SimPerson> inside() {
        return people.stream().filter(person -> !person.isOver() && !person.isHostile()).toList();
    }

    private void lookAtSize(SimPerson person) {
        int shown = person.view().participants().size();
        int others = people.size() - 1 + invented.size();
        expect(
                shown <= Math.min(MAX_PARTICIPANTS, others),
                person,
                "shows " + shown + " participants");
        int timers = person.loop().timers();
        expect(
                timers <= TIMERS_OF_SESSION + shown * TIMERS_OF_PARTICIPANT,
                person,
                "has " + timers + " timers");
        person.links().ifPresent(links -> lookAtLinks(person, links, shown));
    }

    private static void lookAtLinks(SimPerson person, FakeLinks links, int shown) {
        long open = links.open().count();
        expect(open <= 2L * shown, person, "has " + open + " links with " + shown);
        int most = links.open().mapToInt(FakeLinkEnd::candidatesTaken).max().orElse(0);
        expect(most <= MAX_CANDIDATES, person, "took " + most + " candidates");
    }

    /// Twice, as a gain that changed is reached within a frame.
    private void play() {
        people.forEach(person -> person.sources().play());
    }

    private static void forgetPeaks(SimPerson person) {
        person.view().participants().stream()
                .flatMap(other -> other.tracks().stream())
                .forEach(SimWatch::peakOf);
    }

    private void lookAtVoices(SimPerson person) {
        for (RemoteParticipant other : person.view().participants()) {
            Optional<SimPerson> owner = honest(other.id());
            for (ReceivedTrackState track : other.tracks()) {
                float peak = peakOf(track);
                expect(
                        owner.isEmpty() || owner.get().sources().mayHavePlayed(peak),
                        person,
                        "hears %f as %s".formatted(peak, other.name()));
            }
        }
    }

    /// The highest since the last call.
    private static float peakOf(ReceivedTrackState track) {
        return Decibels.toAmplitude(track.meter().takePeaks().peakLeftDb());
    }

    private static void expect(boolean holds, SimPerson person, String otherwise) {
        if (!holds) {
            throw new AssertionError(person.name() + " " + otherwise);
        }
    }
}
