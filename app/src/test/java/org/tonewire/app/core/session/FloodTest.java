package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.trust.CountingIdentity;
import org.tonewire.app.fake.FakeOutput;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.FakeRecorders;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage;

/// A server, or somebody with the invite, who sends far more than a room needs.
final class FloodTest {
    private static final JoinRequest REQUEST =
            JoinRequest.of(
                    InviteLink.parse("https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw")
                            .orElseThrow(),
                    new ParticipantName("Self"));

    @Test
    void aThousandAnnouncementsOfSomebodyWhoIsThereSendNothing() {
        VirtualSession room = VirtualSession.with("bob");
        int sent = room.channel.sent().size();
        ParticipantInfo bob = room.info("bob");
        for (int i = 0; i < 1_000; i++) {
            room.enters(bob);
        }

        assertThat(room.channel.sent()).hasSize(sent);
        assertThat(room.events(SessionEvent.ParticipantJoined.class)).hasSize(1);
    }

    @Test
    void somebodyWhoComesAndGoesAThousandTimesIsOfferedLittle() {
        VirtualSession room = VirtualSession.with("bob");
        ParticipantInfo bob = room.info("bob");
        for (int i = 0; i < 1_000; i++) {
            room.isSaidToLeave("bob");
            room.enters(bob);
            room.pass(Duration.ofMillis(10));
        }

        assertThat(room.channel.sentTo(bob.id(), PeerMessage.Offer.class))
                .hasSizeLessThanOrEqualTo(7);
        assertThat(room.events(SessionEvent.ParticipantJoined.class)).hasSize(1);
        assertThat(room.events(SessionEvent.ParticipantLeft.class)).isEmpty();
    }

    @Test
    void whoComesBackHasNoMoreMessagesThanBefore() {
        VirtualSession room = VirtualSession.with("bob");
        forge(room, "bob", 1_000);
        room.isSaidToLeave("bob");
        room.pass(Duration.ofSeconds(3));
        assertThat(names(room)).isEmpty();

        room.enters("bob");
        forge(room, "bob", 200);
        room.says("bob", room.offer("mic"));
        assertThat(room.links().receiveLinks()).isEmpty();

        room.pass(Duration.ofSeconds(1));
        room.says("bob", room.offer("mic"));
        assertThat(room.links().receiveLinks()).hasSize(1);
    }

    @Test
    void ofTwentyThousandFalseMessagesFewAreChecked() {
        CountingIdentity self = new CountingIdentity(REQUEST.identity());
        VirtualSession room = withBob(self);
        forge(room, "bob", 20_000);

        assertThat(self.checks()).isLessThanOrEqualTo(400);
    }

    @Test
    void ofAThousandFalseLeavesFewAreCheckedAndOneIsReported() {
        CountingIdentity self = new CountingIdentity(REQUEST.identity());
        VirtualSession room = withBob(self);
        ParticipantInfo bob = room.info("bob");
        Seal seal = room.seal("eve", new PeerMessage.Restart());
        for (int i = 0; i < 1_000; i++) {
            room.says(left(bob.id(), seal));
            room.enters(bob);
        }

        assertThat(self.checks()).isLessThanOrEqualTo(400);
        assertThat(names(room)).containsExactly("bob");
        assertThat(room.problems()).containsExactly(new Problem(Reason.SEAL_MISMATCH, "bob"));
    }

    @Test
    void twentyThousandForgedRefusalsAreOneReportInTenSeconds() {
        VirtualSession room = VirtualSession.with("ann", "bob");
        PeerMessage.Refuse refusal =
                new PeerMessage.Refuse(room.newestDigest("bob"), Reason.SEAL_MISMATCH.wireName());
        Optional<Seal> seal = Optional.of(room.seal("eve", refusal));
        for (int second = 0; second < 20; second++) {
            for (int i = 0; i < 1_000; i++) {
                room.says("bob", refusal, i % 3 == 0 ? Optional.empty() : seal);
            }
            room.pass(Duration.ofSeconds(1));
        }

        List<SessionEvent.ProblemOccurred> reports = reports(room, "bob");
        assertThat(reports).hasSize(3);
        assertThat(reports.stream().mapToInt(SessionEvent.ProblemOccurred::times).sum())
                .isEqualTo(20_000);
        assertThat(reports(room, "ann")).isEmpty();
    }

    @Test
    void somebodyWhoIsLostAndComesBackIsNotReportedMoreOften() {
        VirtualSession room = VirtualSession.with("bob");
        for (int i = 0; i < 5; i++) {
            forge(room, "bob", 10);
            room.isSaidToLeave("bob");
            room.pass(Duration.ofSeconds(4));
            room.enters("bob");
        }

        assertThat(reports(room, "bob"))
                .extracting(SessionEvent.ProblemOccurred::times)
                .containsExactly(1, 29, 20);
    }

    @Test
    void aHundredInventedNamesWithoutAnInviteAreOneReport() {
        VirtualSession room = VirtualSession.with();
        for (int i = 0; i < 100; i++) {
            room.enters(
                    new ParticipantInfo(
                            new ParticipantId("p" + i),
                            new ParticipantName("n" + i),
                            Optional.empty()));
        }
        room.pass(Duration.ofSeconds(10));

        assertThat(room.events(SessionEvent.ProblemOccurred.class))
                .extracting(SessionEvent.ProblemOccurred::times)
                .containsExactly(1, 99);
    }

    @Test
    void tracksThatComeAndGoAreTakenSlowlyAndTheLastIsHeard() {
        VirtualSession room = VirtualSession.with("bob");
        FakeReceiveLink link = room.offers("bob", "mic");
        room.submit(new SessionCommand.StartRecording(Path.of("take")));
        TrackId mic = new TrackId("mic");
        sound(link, mic);
        for (int i = 0; i < 300; i++) {
            link.removes(mic);
            link.adds(mic);
            room.loop.settle();
            sound(link, mic);
        }
        FakeRecorders.Take take = room.recorders.takes().getLast();
        assertThat(take.tracks()).hasSize(64);
        assertThat(tracks(room)).isEmpty();

        room.pass(Duration.ofSeconds(10));
        sound(link, mic);
        assertThat(take.tracks()).hasSize(65);
        assertThat(tracks(room)).containsExactly(mic);
        assertThat(room.events(SessionEvent.ProblemOccurred.class))
                .extracting(event -> event.problem().reason(), SessionEvent.ProblemOccurred::times)
                .containsExactly(tuple(Reason.TOO_MANY, 1), tuple(Reason.TOO_MANY, 236));
    }

    private static void sound(FakeReceiveLink link, TrackId track) {
        Optional.ofNullable(link.tracks().get(track))
                .flatMap(FakeReceiveLink.Track::sink)
                .ifPresent(sink -> sink.accept(new float[AudioFormat.FRAME_VALUES], 0));
    }

    private static List<TrackId> tracks(VirtualSession room) {
        return room.session.snapshot().participants().stream()
                .flatMap(participant -> participant.tracks().stream())
                .map(track -> track.key().track())
                .toList();
    }

    /// Messages in somebody's name that another sealed.
    private static void forge(VirtualSession room, String from, int times) {
        PeerMessage.Candidate candidate =
                new PeerMessage.Candidate(LinkEnd.OWNER, "candidate:1", "0", 0);
        Optional<Seal> seal = Optional.of(room.seal("eve", candidate));
        for (int i = 0; i < times; i++) {
            room.says(from, candidate, seal);
        }
    }

    private static SignalingEvent left(ParticipantId address, Seal seal) {
        return new SignalingEvent.Received(
                new ServerMessage.ParticipantLeft(address, LeaveReason.LEFT, Optional.of(seal)));
    }

    private static List<SessionEvent.ProblemOccurred> reports(VirtualSession room, String name) {
        return room.events(SessionEvent.ProblemOccurred.class).stream()
                .filter(event -> event.problem().subject().equals(name))
                .filter(event -> event.problem().reason() != Reason.PARTICIPANT_UNREACHABLE)
                .toList();
    }

    private static List<String> names(VirtualSession room) {
        return room.session.snapshot().participants().stream()
                .map(RemoteParticipant::name)
                .toList();
    }

    private static VirtualSession withBob(CountingIdentity self) {
        VirtualSession room =
                new VirtualSession(
                        new JoinRequest(REQUEST.invite(), REQUEST.name(), self),
                        new OutputChoice.None(),
                        new FakeOutput(),
                        _ -> {});
        room.joins(VirtualSession.SELF, false, "bob");
        return room;
    }
}
