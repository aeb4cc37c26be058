package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;

/// Faders of received tracks: mute, solo, gain, and when a track gets its fader back.
final class RoomOfFadersTest {
    private static final TrackKey BOB = VirtualSession.key("bob", "mic");

    @Test
    void whileATrackIsSoloNoOtherIsHeard() {
        VirtualSession room = withBoth();

        room.submit(new SessionCommand.SetTrackSolo(BOB, true));
        assertThat(room.heard()).containsExactly(0f, 1f);
        room.submit(new SessionCommand.SetTrackSolo(BOB, false));
        assertThat(room.heard()).containsExactly(1f, 1f);
    }

    @Test
    void aMutedTrackIsNotHeardThoughItIsSolo() {
        VirtualSession room = withBoth();

        room.submit(new SessionCommand.SetTrackSolo(BOB, true));
        room.submit(new SessionCommand.SetTrackMuted(BOB, true));

        assertThat(room.heard()).containsExactly(0f, 0f);
    }

    @Test
    void otherTracksAreHeardAgainWhenTheSoloParticipantLeaves() {
        VirtualSession room = withBoth();

        room.submit(new SessionCommand.SetTrackSolo(BOB, true));
        room.leaves("bob");

        assertThat(room.heard()).containsExactly(1f);
    }

    @Test
    void otherTracksAreHeardAgainWhenTheSoloTrackIsRemoved() {
        VirtualSession room = withBoth();

        room.submit(new SessionCommand.SetTrackSolo(BOB, true));
        room.links().receiveLinks().getLast().removes(BOB.track());
        room.loop.settle();

        assertThat(room.heard()).containsExactly(1f);
    }

    @Test
    void aTrackThatComesBackGetsItsFaderBack() {
        VirtualSession room = withBoth();

        room.submit(new SessionCommand.SetTrackGain(BOB, -6));
        room.links().receiveLinks().getLast().removes(BOB.track());
        room.links().receiveLinks().getLast().adds(BOB.track());
        room.loop.settle();

        assertThat(fader(room)).isEqualTo(new Fader(-6, 0, false, false));
    }

    @Test
    void aFaderStaysWhenTheLinkIsBuiltAgain() {
        VirtualSession room = withBoth();

        room.submit(new SessionCommand.SetTrackGain(BOB, -6));
        room.offers("bob", "mic");

        assertThat(fader(room).gainDb()).isEqualTo(-6);
    }

    @Test
    void fadersStayWhenThisParticipantRejoinsUnderANewId() {
        VirtualSession room = withBoth();

        room.submit(new SessionCommand.SetTrackGain(BOB, -6));
        room.losesTheServer();
        room.joins(new ParticipantId("again"), false, "ann", "bob");
        room.joins(VirtualSession.SELF, false, "ann", "bob");
        room.offers("bob", "mic");

        assertThat(fader(room).gainDb()).isEqualTo(-6);
    }

    @Test
    void everyFaderStaysWhenTheServerIsRestartedAndAddressesChange() {
        VirtualSession room = withBoth();
        Fader set = setAll(room);

        room.losesTheServer();
        room.joins(new ParticipantId("again"), false);
        ParticipantInfo bob = room.info("bob");
        room.enters(
                new ParticipantInfo(new ParticipantId("elsewhere"), bob.name(), bob.identity()));
        room.pass(Duration.ofMinutes(1));

        assertThat(fader(room)).isEqualTo(set);
    }

    @Test
    void whoIsLostAndComesBackHasTheSameFader() {
        VirtualSession room = withBoth();
        Fader set = setAll(room);

        room.receiveLink("bob").becomes(LinkState.FAILED);
        room.isSaidToLeave("bob");
        room.pass(Duration.ofSeconds(3));
        assertThat(room.session.snapshot().participants()).hasSize(1);
        room.enters("bob");
        room.offers("bob", "mic");

        assertThat(fader(room)).isEqualTo(set);
    }

    @Test
    void whoseProgramIsStartedAgainHasTheSameFaderButIsNotSolo() {
        VirtualSession room = withBoth();
        Fader set = setAll(room);

        room.leaves("bob");
        room.name("again", "bob");
        room.enters("again");
        room.offers("again", "mic");

        assertThat(fader(room)).isEqualTo(set.withSolo(false));
    }

    private static Fader setAll(VirtualSession room) {
        room.submit(new SessionCommand.SetTrackGain(BOB, -6));
        room.submit(new SessionCommand.SetTrackPan(BOB, 0.5));
        room.submit(new SessionCommand.SetTrackMuted(BOB, true));
        room.submit(new SessionCommand.SetTrackSolo(BOB, true));
        return fader(room);
    }

    private static VirtualSession withBoth() {
        VirtualSession room = VirtualSession.with("ann", "bob");
        room.offers("ann", "mic");
        room.offers("bob", "mic");
        return room;
    }

    private static Fader fader(VirtualSession room) {
        return room.session.snapshot().participants().getLast().tracks().getFirst().fader();
    }
}
