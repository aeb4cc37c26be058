package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Seal;

/// Storage that does not answer holds up what needs it, and nothing else of a session.
final class SlowStorageTest {
    private static final Path FOLDER = Path.of("/music").toAbsolutePath();

    @Test
    void aFolderThatIsNotOpenedYetHoldsUpNoCommand() {
        VirtualSession room = VirtualSession.with("bob");
        room.add("tone", new SourceOrigin.Tone(440));
        room.loop.holdBlocking();
        room.submit(new SessionCommand.StartRecording(FOLDER));
        assertThat(recordings(room)).isEmpty();
        assertAnswers(room);

        room.loop.releaseBlocking();
        room.loop.settle();

        assertThat(recordings(room)).containsExactly(new RecordingStatus.Running(FOLDER));
        room.sources.streams.getLast().play(2);
        assertThat(room.recorders.takes().getLast().tracks()).hasSize(1);
    }

    @Test
    void aFolderThatIsRefusedLaterIsReported() {
        Problem refused = new Problem(Reason.STORAGE_FAILED, FOLDER.toString());
        VirtualSession room = VirtualSession.with();
        room.recorders.fail(refused);
        room.loop.holdBlocking();
        room.submit(new SessionCommand.StartRecording(FOLDER));
        room.submit(new SessionCommand.StopRecording());
        room.loop.releaseBlocking();
        room.loop.settle();

        assertThat(room.problems()).containsExactly(refused);
        assertThat(recordings(room)).containsExactly(new RecordingStatus.Off());
    }

    @Test
    void settingsThatAreNotReadYetHoldUpNoCommand() {
        VirtualSession room = VirtualSession.with();
        room.loop.holdBlocking();
        room.enters("bob");
        room.add("tone", new SourceOrigin.Tone(440));
        assertThat(room.links().sendLinks()).isEmpty();
        assertAnswers(room);

        room.loop.releaseBlocking();
        room.loop.settle();

        room.answers("bob");
        assertThat(room.sendLink("bob").state()).isEqualTo(LinkState.CONNECTED);
    }

    @Test
    void anOfferWaitsForTheSettingsWithItsCandidates() {
        VirtualSession room = VirtualSession.with("bob");
        PeerMessage.Offer offer = room.offer("mic");
        Optional<Seal> seal = Optional.of(room.seal("bob", offer));
        PeerMessage.Candidate candidate =
                new PeerMessage.Candidate(LinkEnd.OWNER, "candidate:1", "0", 0);
        room.loop.holdBlocking();
        room.says("bob", offer, seal);
        room.says("bob", candidate);
        room.says("bob", offer, seal);
        assertThat(room.links().receiveLinks()).isEmpty();
        assertAnswers(room);

        room.loop.releaseBlocking();
        room.loop.settle();

        FakeReceiveLink link = room.links().receiveLinks().getLast();
        assertThat(room.links().receiveLinks()).hasSize(1);
        assertThat(link.offers()).containsExactly(offer.sdp());
        assertThat(link.candidates()).containsExactly("candidate:1");
        assertThat(room.channel.sentTo(VirtualSession.address("bob"), PeerMessage.Answer.class))
                .hasSize(1);
    }

    @Test
    void aParticipantWhoLeavesBeforeTheSettingsAreReadGetsNoLink() {
        VirtualSession room = VirtualSession.with();
        room.loop.holdBlocking();
        room.enters("bob");
        room.says("bob", room.offer("mic"));
        room.leaves("bob");
        room.loop.releaseBlocking();
        room.loop.settle();

        assertThat(room.links().sendLinks()).isEmpty();
        assertThat(room.links().receiveLinks()).isEmpty();
    }

    @Test
    void leavingDoesNotWaitForSettings() {
        VirtualSession room = VirtualSession.with();
        room.loop.holdBlocking();
        room.enters("bob");
        room.loop.loseBlocking();
        room.loop.releaseBlocking();
        room.session.leave();

        assertThat(room.loop.isStopped()).isTrue();
        assertThat(room.links().isClosed()).isTrue();
    }

    private static void assertAnswers(VirtualSession room) {
        int before = room.events(SessionEvent.SettingChanged.class).size();
        room.submit(new SessionCommand.SetMasterGain(-3));
        assertThat(room.events(SessionEvent.SettingChanged.class)).hasSize(before + 1);
    }

    private static List<RecordingStatus> recordings(VirtualSession room) {
        return room.events(SessionEvent.RecordingChanged.class).stream()
                .map(SessionEvent.RecordingChanged::status)
                .toList();
    }
}
