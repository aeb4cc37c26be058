package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.fake.VirtualSession;

/// Participants whose programs were killed, and who come back under another identity while the one
/// before is still in the room.
final class StartedAgainTest {
    private static final TrackKey BEFORE = VirtualSession.key("host", "mic");
    private static final Fader SET = new Fader(-6, 0, true, false);
    private static final Duration LONG = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHostThatWasKilledIsShownOnceAndHasItsFaderAtOnce(boolean seenToBeAway) {
        VirtualSession room = withHost();

        room.losesTheServer();
        if (seenToBeAway) {
            breaks(room, "host");
        }
        room.joins(VirtualSession.SELF, false, "again");
        room.offers("again", "mic");
        if (!seenToBeAway) {
            breaks(room, "host");
        }

        assertThat(shown(room)).containsExactly("again");
        assertThat(fader(room)).isEqualTo(SET);
    }

    @Test
    void whoComesBackHasTheFaderOfTheOneBeforeThoughTheServerStillNamesThat() {
        VirtualSession room = withHost();

        breaks(room, "host");
        room.enters("again");
        room.offers("again", "mic");

        assertThat(shown(room)).containsExactly("host", "again");
        assertThat(fader(room)).isEqualTo(SET);
        room.isSaidToLeave("host");
        assertThat(shown(room)).containsExactly("again");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoPeopleOfOneNameStayTwoWhileBothHaveAPathOrAnAddress(boolean path) {
        VirtualSession room = withHost();

        room.enters("again");
        room.offers("again", "mic");
        if (path) {
            room.isSaidToLeave("host");
        } else {
            breaks(room, "host");
        }
        room.pass(LONG);

        assertThat(shown(room)).containsExactly("host", "again");
        assertThat(fader(room)).isEqualTo(Fader.UNITY);
    }

    @Test
    void whoHasOtherTracksReplacesNobody() {
        VirtualSession room = withHost();

        breaks(room, "host");
        room.isSaidToLeave("host");
        room.enters("again");
        room.offers("again", "guitar");

        assertThat(shown(room)).containsExactly("host", "again");
        room.pass(LONG);
        assertThat(shown(room)).containsExactly("again");
        assertThat(fader(room)).isEqualTo(Fader.UNITY);
    }

    @Test
    void whoWasThereLongerReplacesNobody() {
        VirtualSession room = withHost();
        room.enters("again");
        room.offers("again", "mic");

        breaks(room, "again");
        room.isSaidToLeave("again");

        assertThat(shown(room)).containsExactly("host", "again");
    }

    /// The host and the one who comes again have one name.
    private static VirtualSession withHost() {
        VirtualSession room = new VirtualSession();
        room.name("host", "Ann");
        room.name("again", "Ann");
        room.joins(VirtualSession.SELF, false, "host");
        room.offers("host", "mic");
        room.submit(new SessionCommand.SetTrackGain(BEFORE, SET.gainDb()));
        room.submit(new SessionCommand.SetTrackMuted(BEFORE, SET.muted()));
        return room;
    }

    private static void breaks(VirtualSession room, String who) {
        room.receiveLink(who).becomes(LinkState.DISCONNECTED);
        room.loop.settle();
    }

    private static List<String> shown(VirtualSession room) {
        return room.session.snapshot().participants().stream()
                .map(RemoteParticipant::id)
                .map(room::idOf)
                .toList();
    }

    private static Fader fader(VirtualSession room) {
        return room.session.snapshot().participants().getLast().tracks().getFirst().fader();
    }
}
