package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.FakeRecorders;
import org.tonewire.app.fake.FakeVoice;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.Seal;

/// How a session handles messages of the server and of other participants, in virtual time.
final class SessionRulesTest {
    private static final SourceOrigin FILE = new SourceOrigin.AudioFile(Path.of("song"), false);
    private static final SourceOrigin TONE = new SourceOrigin.Tone(440);

    @Test
    void anOfferWithAWrongSealIsRefusedAndReportedByName() {
        VirtualSession room = VirtualSession.with("bob");

        PeerMessage.Offer offer = room.offer("mic");
        room.says("bob", offer, Optional.of(room.seal("eve", offer)));

        assertThat(room.channel.sentTo(VirtualSession.address("bob"), PeerMessage.Refuse.class))
                .containsExactly(
                        new PeerMessage.Refuse(
                                SdpDigest.of(offer.sdp()), Reason.SEAL_MISMATCH.wireName()));
        assertThat(room.problems()).containsExactly(new Problem(Reason.DESCRIPTION_CHANGED, "bob"));
        assertThat(room.links().receiveLinks()).isEmpty();
    }

    @Test
    void anAnswerWithAWrongSealIsReportedAndNotTaken() {
        VirtualSession room = VirtualSession.with("bob");

        PeerMessage.Answer answer = room.answer("bob");
        room.says("bob", answer, Optional.of(room.seal("eve", answer)));

        assertThat(room.problems()).containsExactly(new Problem(Reason.DESCRIPTION_CHANGED, "bob"));
        assertThat(room.sendLink().answers()).isEmpty();
    }

    @Test
    void aPeersRefusalOfAnOffersSealIsReported() {
        VirtualSession room = VirtualSession.with("bob");

        SdpDigest present = room.newestDigest("bob");
        String reason = Reason.SEAL_MISMATCH.wireName();
        room.says("bob", new PeerMessage.Refuse(SdpDigest.of("another"), reason));
        room.says("bob", new PeerMessage.Refuse(present, "something-new"));
        assertThat(room.problems()).isEmpty();

        room.says("bob", new PeerMessage.Refuse(present, reason));
        assertThat(room.problems()).containsExactly(new Problem(Reason.DESCRIPTION_CHANGED, "bob"));
    }

    @Test
    void aReceiveLinkThatCouldNotBeMadeIsMadeWhenTheOfferComesAgain() {
        VirtualSession room = VirtualSession.with("bob");
        PeerMessage.Offer offer = room.offer("mic");
        Optional<Seal> seal = Optional.of(room.seal("bob", offer));

        room.says("bob", offer, seal);
        room.links().receiveLinks().getFirst().fails(ExchangeStage.OPEN_LINK);
        room.loop.settle();
        room.pass(Duration.ofSeconds(3));
        room.says("bob", offer, seal);

        assertThat(room.problems()).containsExactly(new Problem(Reason.LINK_FAILED, "bob"));
        assertThat(room.links().receiveLinks())
                .extracting(FakeReceiveLink::isClosed)
                .containsExactly(true, false);
    }

    @Test
    void aSendLinkThatCouldNotBeMadeIsMadeAgain() {
        VirtualSession room = VirtualSession.with("bob");

        room.sendLink().fails(ExchangeStage.OPEN_LINK);
        room.pass(Duration.ofSeconds(2));
        room.answers("bob");

        assertThat(room.links().sendLinks()).hasSize(2);
        assertThat(room.problems()).containsExactly(new Problem(Reason.LINK_FAILED, "bob"));
        assertThat(room.session.snapshot().participants().getFirst().sendState())
                .isEqualTo(LinkState.CONNECTED);
    }

    @Test
    void aFailedExchangeIsReportedByTheParticipantsName() {
        VirtualSession room = VirtualSession.with("bob");

        room.says("bob", room.answer("bob"));
        room.sendLink().fails(ExchangeStage.TAKE_ANSWER);
        room.loop.settle();

        assertThat(room.problems()).containsExactly(new Problem(Reason.LINK_FAILED, "bob"));
    }

    @Test
    void aWarningDoesNotCloseTheLink() {
        VirtualSession room = VirtualSession.with("bob");

        room.answers("bob");
        room.sendLink().warns(Problem.of(Reason.INTERNAL));
        room.pass(Duration.ofSeconds(60));

        assertThat(room.links().sendLinks()).hasSize(1);
        assertThat(room.problems()).containsExactly(new Problem(Reason.INTERNAL, "bob"));
    }

    @Test
    void participantsWhoJoinedOrLeftWhileTheServerWasAwayAreReported() {
        VirtualSession room = VirtualSession.with("ann", "bob");
        room.answers("bob");

        room.losesTheServer();
        room.joins(VirtualSession.SELF, true, "bob", "cem");
        room.pass(Duration.ofSeconds(3));

        assertThat(room.events(SessionEvent.ParticipantLeft.class))
                .containsExactly(
                        new SessionEvent.ParticipantLeft(VirtualSession.id("ann"), "ann", true));
        assertThat(room.session.snapshot().participants())
                .extracting(RemoteParticipant::name)
                .containsExactly("bob", "cem");
        assertThat(room.links().sendLinks().get(1).isClosed()).isFalse();
    }

    @Test
    void aServerThatWasRestartedGivesNewAddressesAndNoLinkIsBuiltAgain() {
        VirtualSession room = VirtualSession.with("bob");
        room.answers("bob");

        room.losesTheServer();
        room.joins(new ParticipantId("again"), false);
        room.pass(Duration.ofSeconds(30));
        room.enters("bob");
        room.pass(Duration.ofSeconds(30));

        assertThat(room.links().sendLinks()).hasSize(1);
        assertThat(room.links().sendLinks().getFirst().isClosed()).isFalse();
        assertThat(room.events(SessionEvent.ParticipantJoined.class)).hasSize(1);
        assertThat(room.events(SessionEvent.ParticipantLeft.class)).isEmpty();
        assertThat(room.problems()).isEmpty();
    }

    @Test
    void anOfferIsRepeatedWhenTheServerIsBackAndNotWhileItIsAway() {
        VirtualSession room = VirtualSession.with("bob");

        room.losesTheServer();
        room.pass(Duration.ofSeconds(60));
        assertThat(offersToBob(room)).hasSize(1 + rebuilds(room));
        int before = offersToBob(room).size();
        room.joins(VirtualSession.SELF, true, "bob");

        assertThat(offersToBob(room)).hasSize(before + 1);
    }

    @Test
    void aConnectedLinkTellsTheChannelThatTheNetworkIsBack() {
        VirtualSession room = VirtualSession.with("bob");

        room.answers("bob");
        room.sendLink().becomes(LinkState.DISCONNECTED);
        room.sendLink().becomes(LinkState.CONNECTED);
        room.loop.settle();

        assertThat(room.channel.networkBacks()).isEqualTo(2);
    }

    @Test
    void aTrackWithoutANameIsShownAfterTwoSeconds() {
        VirtualSession room = VirtualSession.with("bob");

        room.says("bob", room.offer("mic"));
        room.pass(Duration.ofMillis(1_999));
        assertThat(room.events(SessionEvent.TrackAdded.class)).isEmpty();
        room.pass(Duration.ofMillis(1));

        assertThat(room.events(SessionEvent.TrackAdded.class))
                .containsExactly(
                        new SessionEvent.TrackAdded(VirtualSession.key("bob", "mic"), "mic"));
    }

    @Test
    void aFileBeginsAtOnceInAnEmptyRoom() {
        VirtualSession room = VirtualSession.with();

        room.add("song", FILE);

        assertThat(begun(room)).isTrue();
    }

    @Test
    void aFileBeginsWhenEveryoneHasItsTrack() {
        VirtualSession room = VirtualSession.with("bob");
        room.answers("bob");

        room.add("song", FILE);
        room.pass(Duration.ofMillis(100));
        assertThat(begun(room)).isFalse();
        room.says("bob", room.answer("bob"));
        room.pass(Settling.MARGIN);

        assertThat(begun(room)).isTrue();
    }

    @Test
    void aFileBeginsAfter800MillisecondsWithoutAnAnswer() {
        VirtualSession room = VirtualSession.with("bob");

        room.add("song", FILE);
        room.pass(Settling.LIMIT.minusMillis(1));
        assertThat(begun(room)).isFalse();
        room.pass(Duration.ofMillis(1));

        assertThat(begun(room)).isTrue();
    }

    @Test
    void aFileBeginsWhenTheParticipantWhoDidNotAnswerLeaves() {
        VirtualSession room = VirtualSession.with("bob");

        room.add("song", FILE);
        room.leaves("bob");
        room.pass(Settling.MARGIN);

        assertThat(begun(room)).isTrue();
    }

    @Test
    void aToneWaitsForNobody() {
        VirtualSession room = VirtualSession.with("bob");

        room.add("tone", TONE);

        assertThat(begun(room)).isTrue();
    }

    @Test
    void aSourceThatOpensAfterItsRemovalIsClosed() {
        VirtualSession room = VirtualSession.with();

        room.loop.holdBlocking();
        room.add("tone", TONE);
        room.submit(new SessionCommand.RemoveSource(new SourceId("tone")));
        room.loop.releaseBlocking();
        room.loop.settle();

        assertThat(room.sources.streams).singleElement().matches(stream -> stream.isClosed());
        assertThat(room.links().feeds()).isEmpty();
    }

    @Test
    void aVoiceIsProcessedByItsOwnProcessorUntilItsSourceIsRemoved() {
        VirtualSession room = VirtualSession.with();
        room.add("tone", TONE);
        assertThat(room.voices).isEmpty();

        room.add("mic", new SourceOrigin.Microphone(Optional.empty()), Profile.VOICE);
        assertThat(room.voices).hasSize(1);
        room.submit(new SessionCommand.SetSourceProfile(new SourceId("mic"), Profile.MUSIC));
        room.submit(new SessionCommand.SetSourceProfile(new SourceId("mic"), Profile.VOICE));
        assertThat(room.voices).singleElement().matches(voice -> !voice.isClosed());
        room.submit(new SessionCommand.RemoveSource(new SourceId("mic")));

        assertThat(room.voices).singleElement().matches(FakeVoice::isClosed);
    }

    @Test
    void aRecordingHasOwnAndReceivedTracksAndThoseThatComeLater() {
        VirtualSession room = VirtualSession.with("bob");
        room.add("tone", TONE);
        room.submit(new SessionCommand.StartRecording(Path.of("/music")));
        room.offers("bob", "mic");
        room.heard();
        room.sources.streams.getLast().play(2);
        room.submit(new SessionCommand.StopRecording());

        FakeRecorders.Take take = room.recorders.takes().getLast();
        assertThat(take.isClosed()).isTrue();
        assertThat(take.tracks())
                .extracting(FakeRecorders.Track::participant)
                .containsExactly("Self", "bob");
        assertThat(room.events(SessionEvent.RecordingChanged.class).getLast().status())
                .isEqualTo(new RecordingStatus.Ended(Path.of("/music").toAbsolutePath(), 2));
    }

    @Test
    void nothingIsLeftAfterTheEnd() {
        VirtualSession room = VirtualSession.with("bob");
        room.offers("bob", "mic");
        room.add("tone", TONE);
        room.answers("bob");

        room.session.leave();

        assertThat(room.loop.isStopped()).isTrue();
        assertThat(room.loop.timers()).isZero();
        assertThat(room.links().isClosed()).isTrue();
        assertThat(room.output.isClosed()).isTrue();
        assertThat(room.channel.isClosed()).isTrue();
        assertThat(room.session.snapshot().connection()).isInstanceOf(ConnectionStatus.Ended.class);
    }

    @Test
    void leavingSendsNothingAndWaitsForADeviceThatDoesNotClose() {
        VirtualSession room = VirtualSession.with("bob");

        room.loop.holdBlocking();
        room.session.beginLeaving();
        room.loop.settle();

        assertThat(room.channel.hasLeft()).isTrue();
        assertThat(room.output.isClosed()).isTrue();
        assertThat(room.loop.isStopped()).isFalse();
        room.loop.releaseBlocking();
        room.loop.settle();
        assertThat(room.loop.isStopped()).isTrue();
    }

    private static boolean begun(VirtualSession room) {
        return room.sources.streams.getLast().isStarted();
    }

    private static List<PeerMessage.Offer> offersToBob(VirtualSession room) {
        return room.channel.sentTo(VirtualSession.address("bob"), PeerMessage.Offer.class);
    }

    private static int rebuilds(VirtualSession room) {
        return room.links().sendLinks().size() - 1;
    }
}
