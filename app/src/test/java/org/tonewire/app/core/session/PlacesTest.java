package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.FakeRecorders;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;

/// A member and a server together make identities without end: what it takes from others.
final class PlacesTest {
    private static final int PLACES = 32;
    private static final int NEW_AT_ONCE = 20;
    private static final int TRACKS_AT_ONCE = 64;
    private static final int OWN_TRACKS_AT_ONCE = 8;
    private static final Duration NEW_UNTIL = Duration.ofSeconds(5);
    private static final Duration BACK_UNTIL = Duration.ofSeconds(20);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void inventedParticipantsFillNoMoreThanTheRoom() {
        VirtualSession room = VirtualSession.with(all(0, 64));

        assertThat(names(room)).hasSize(PLACES);
        assertThat(room.links().sendLinks()).hasSize(PLACES);
        assertThat(room.problems()).containsExactly(Problem.of(Reason.TOO_MANY));

        room.pass(Duration.ofMillis(4_999));
        assertThat(room.problems()).hasSize(1);
    }

    @Test
    void identitiesThatComeLaterAreTakenSlowly() {
        VirtualSession room = VirtualSession.with("ann");
        for (int i = 0; i < 60; i++) {
            room.enters("n" + i);
            room.leaves("n" + i);
        }
        assertThat(room.events(SessionEvent.ParticipantJoined.class)).hasSize(1 + NEW_AT_ONCE);

        room.enters("bob");
        room.pass(SECOND);
        assertThat(names(room)).containsExactly("ann", "bob");
    }

    @Test
    void whoNeverConnectedGivesTheirPlaceToANewcomerThoughTheyWereHeard() {
        VirtualSession room = VirtualSession.with(all(0, PLACES));
        IntStream.range(1, PLACES).forEach(i -> hear(room, "n" + i));
        room.enters("bob");
        room.enters("carol");
        assertThat(names(room)).doesNotContain("bob", "carol");

        room.pass(NEW_UNTIL.plus(SECOND));

        assertThat(names(room)).hasSize(PLACES).contains("bob", "carol", "n2");
        assertThat(room.events(SessionEvent.ParticipantLeft.class))
                .containsExactly(
                        new SessionEvent.ParticipantLeft(VirtualSession.id("n0"), "n0", true),
                        new SessionEvent.ParticipantLeft(VirtualSession.id("n1"), "n1", true));
    }

    @Test
    void newIdentitiesLeaveAPlaceToANewcomerUntilTheFirstOfThemGivesWay() {
        VirtualSession room = VirtualSession.with("ann");
        room.offers("ann", "mic");
        for (int i = 0; i < NEW_AT_ONCE; i++) {
            room.enters("n" + i);
        }
        for (int second = 0; second < 20; second++) {
            room.enters("early" + second);
            room.enters("late" + second);
            room.pass(SECOND);
            assertThat(names(room)).contains("ann", "early" + second, "late" + second);
        }
    }

    @Test
    void whoIsConnectedKeepsTheirPlace() {
        VirtualSession room = VirtualSession.with(all(0, PLACES));
        IntStream.range(0, PLACES).forEach(i -> room.offers("n" + i, "mic"));
        room.enters("bob");
        room.pass(Duration.ofSeconds(60));
        assertThat(names(room)).hasSize(PLACES).doesNotContain("bob");

        room.leaves("n7");
        assertThat(names(room)).hasSize(PLACES).contains("bob").doesNotContain("n7");
    }

    @Test
    void whoWasConnectedKeepsTheirPlaceForLongerThanWhoNeverWas() {
        VirtualSession room = VirtualSession.with(all(0, PLACES));
        FakeReceiveLink link = room.offers("n0", "mic");
        IntStream.range(1, PLACES - 1).forEach(i -> room.offers("n" + i, "mic"));
        link.becomes(LinkState.FAILED);
        room.pass(NEW_UNTIL);
        room.enters("bob");
        room.enters("carol");
        assertThat(names(room)).contains("n0", "bob").doesNotContain("n31");
        room.offers("bob", "mic");

        room.pass(BACK_UNTIL);
        assertThat(names(room)).contains("carol").doesNotContain("n0");
    }

    @Test
    void whoWasConnectedComesBackBeforeNewcomersWhoWait() {
        VirtualSession room = VirtualSession.with("bob");
        room.offers("bob", "mic").becomes(LinkState.FAILED);
        room.isSaidToLeave("bob");
        room.pass(Duration.ofSeconds(3));
        assertThat(names(room)).isEmpty();
        for (int i = 0; i < 60; i++) {
            room.enters("n" + i);
        }

        room.enters("bob");
        assertThat(names(room)).hasSize(NEW_AT_ONCE + 1).contains("bob");
    }

    /// They take turns in the one place that is left, silent or by leaving and coming back.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoWasConnectedOnceKeepsNobodyOutForLong(boolean leaves) {
        VirtualSession room = withOnePlace();
        List<String> once = List.of("eve0", "eve1", "eve2");
        for (String eve : once) {
            room.enters(eve);
            room.offers(eve, "t").becomes(LinkState.FAILED);
            room.isSaidToLeave(eve);
            room.pass(Duration.ofSeconds(3));
        }
        once.forEach(room::enters);
        room.enters("bob");
        for (int i = 0; i < 10; i++) {
            room.pass(Duration.ofSeconds(7));
            for (String eve : once) {
                if (leaves) {
                    comeBack(room, eve);
                } else {
                    hear(room, eve);
                }
            }
        }

        assertThat(room.events(SessionEvent.ParticipantJoined.class))
                .extracting(SessionEvent.ParticipantJoined::name)
                .contains("bob");
    }

    private static void comeBack(VirtualSession room, String who) {
        room.isSaidToLeave(who);
        room.pass(Duration.ofSeconds(3));
        room.enters(who);
    }

    @Test
    void whoGaveTheirPlaceAndThenSpeaksGetsOneAgain() {
        VirtualSession room = VirtualSession.with(all(0, PLACES));
        room.pass(NEW_UNTIL);
        room.enters("bob");
        assertThat(names(room)).contains("bob").doesNotContain("n0");

        hear(room, "n0");

        assertThat(names(room)).hasSize(PLACES).contains("n0").doesNotContain("n1");
    }

    /// In the one place that is left. Each is heard.
    @Test
    void newIdentitiesHaveFewTracksOfTheirOwnBesideWhatTheirPlaceHasLeft() {
        VirtualSession room = withOnePlace();
        room.submit(new SessionCommand.StartRecording(Path.of("take")));
        int identities = 8;
        for (int i = 0; i < identities; i++) {
            String eve = "eve" + i;
            room.enters(eve);
            comeAndGo(room, room.offers(eve, "t"), TRACKS_AT_ONCE);
            assertThat(room.events(SessionEvent.TrackAdded.class))
                    .extracting(SessionEvent.TrackAdded::track)
                    .contains(VirtualSession.key(eve, "t"));
            room.leaves(eve);
        }

        FakeRecorders.Take take = room.recorders.takes().getLast();
        int own = (OWN_TRACKS_AT_ONCE + 1) * identities;
        assertThat(take.tracks().size()).isBetween(TRACKS_AT_ONCE, TRACKS_AT_ONCE + own);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatOneOfferedInAPlaceLeavesThreeTracksToWhoeverHasItNext(boolean connected) {
        VirtualSession room = withOnePlace();
        room.enters("eve");
        offerAll(room, "eve", connected);
        offerAll(room, "eve", connected);
        room.leaves("eve");
        room.enters("bob");
        int before = room.problems().size();

        room.offers("bob", "a", "b", "c");
        assertThat(added(room, "bob")).containsExactly("a", "b", "c");
        room.offers("bob", "d", "e", "f");
        assertThat(added(room, "bob")).endsWith("d", "e", "f");
        assertThat(room.problems()).hasSize(before);
    }

    @Test
    void whatOneOfferedWithoutAPathLeavesAllTracksToWhoeverHasTheirPlaceNext() {
        VirtualSession room = withOnePlace();
        room.enters("eve");
        offerAll(room, "eve", false);
        offerAll(room, "eve", false);
        room.leaves("eve");
        room.enters("bob");

        offerAll(room, "bob", true);
        assertThat(added(room, "bob")).containsExactlyInAnyOrder(tracks());
        room.receiveLink("bob").becomes(LinkState.FAILED);
        comeBack(room, "bob");
        room.offers("bob", "mic");
        assertThat(added(room, "bob")).endsWith("mic");
        assertThat(room.problems()).isEmpty();
    }

    @Test
    void tracksThatWaitThoughThereIsAPathAreTold() {
        VirtualSession room = withOnePlace();
        room.enters("eve");
        offerAll(room, "eve", true);
        offerAll(room, "eve", true);
        room.leaves("eve");
        room.enters("bob");

        offerAll(room, "bob", true);
        assertThat(added(room, "bob")).hasSizeLessThan(tracks().length);
        assertThat(room.problems()).contains(new Problem(Reason.TOO_MANY, "bob"));
    }

    /// All others have a path.
    private static VirtualSession withOnePlace() {
        VirtualSession room = VirtualSession.with(all(0, PLACES - 1));
        IntStream.range(0, PLACES - 1).forEach(i -> room.offers("n" + i));
        return room;
    }

    /// All the tracks that a link may have, by a new connection.
    private static void offerAll(VirtualSession room, String from, boolean connected) {
        if (connected) {
            room.offers(from, tracks());
        } else {
            room.says(from, room.offer(tracks()));
            room.pass(SECOND);
        }
    }

    private static String[] tracks() {
        return IntStream.range(0, 32).mapToObj(i -> "t" + i).toArray(String[]::new);
    }

    private static List<String> added(VirtualSession room, String of) {
        return room.events(SessionEvent.TrackAdded.class).stream()
                .filter(event -> event.track().participant().equals(VirtualSession.id(of)))
                .map(SessionEvent.TrackAdded::name)
                .toList();
    }

    private static void comeAndGo(VirtualSession room, FakeReceiveLink link, int times) {
        TrackId track = new TrackId("t");
        for (int i = 0; i < times; i++) {
            sound(link, track);
            link.removes(track);
            link.adds(track);
            room.loop.settle();
        }
    }

    private static void sound(FakeReceiveLink link, TrackId track) {
        Optional.ofNullable(link.tracks().get(track))
                .flatMap(FakeReceiveLink.Track::sink)
                .ifPresent(sink -> sink.accept(new float[AudioFormat.FRAME_VALUES], 0));
    }

    private static String[] all(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "n" + i).toArray(String[]::new);
    }

    /// Somebody sends what only they can have made.
    private static void hear(VirtualSession room, String who) {
        room.says(who, new PeerMessage.Candidate(LinkEnd.OWNER, "candidate:1", "0", 0));
    }

    private static List<String> names(VirtualSession room) {
        return room.session.snapshot().participants().stream()
                .map(RemoteParticipant::name)
                .toList();
    }
}
