package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.fake.FakeOutput;
import org.tonewire.app.fake.FakeSendLink;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Seal;

/// Who is in the room, whatever the server says: it may be wrong, was restarted, or lies.
final class FalseNewsTest {
    private static final ParticipantId ELSEWHERE = new ParticipantId("elsewhere");
    private static final Problem NO_PATH = new Problem(Reason.LINK_FAILED, "bob");

    @Test
    void whoseAddressIsGivenToAnotherIsLostWhenTheirPathIs() {
        VirtualSession room = VirtualSession.with("ann", "bob");
        room.answers("bob");
        FakeSendLink link = room.sendLink("bob");

        room.enters(at(VirtualSession.address("bob"), room.info("cem")));
        room.enters(at(VirtualSession.address("ann"), room.info("dan")));
        room.pass(Duration.ofMinutes(1));
        assertThat(lost(room)).containsExactly("ann");

        link.becomes(LinkState.FAILED);
        room.pass(Duration.ofSeconds(3));
        assertThat(lost(room)).containsExactly("ann", "bob");
    }

    @Test
    void aPathThatIsMissingFor20SecondsIsReportedOnce() {
        VirtualSession room = VirtualSession.with("bob");
        room.answers("bob");
        room.sendLink("bob").becomes(LinkState.FAILED);

        room.pass(Duration.ofMillis(19_999));
        assertThat(room.problems()).isEmpty();
        room.pass(Duration.ofMillis(1));
        assertThat(room.problems()).containsExactly(NO_PATH);
        room.pass(Duration.ofMinutes(10));
        assertThat(room.problems()).containsExactly(NO_PATH);
        assertThat(lost(room)).isEmpty();
    }

    @Test
    void aPathThatIsMissingIsNotReportedWhileTheServerIsAway() {
        VirtualSession room = VirtualSession.with("bob");
        room.answers("bob");
        room.losesTheServer();
        room.sendLink("bob").becomes(LinkState.FAILED);
        room.pass(Duration.ofMinutes(1));
        assertThat(room.problems()).isEmpty();

        room.joins(VirtualSession.SELF, true, "bob");
        room.pass(Duration.ofSeconds(20));
        assertThat(room.problems()).containsExactly(NO_PATH);
    }

    @Test
    void whomTheServerCallsGoneAndBackInThreeSecondsNeverLeft() {
        VirtualSession room = VirtualSession.with("bob");

        room.isSaidToLeave("bob");
        room.pass(Duration.ofMillis(2_999));
        room.enters("bob");
        room.losesTheServer();
        room.joins(VirtualSession.SELF, true);
        room.pass(Duration.ofMillis(2_999));
        room.enters("bob");
        room.pass(Duration.ofMinutes(1));

        assertThat(joined(room)).containsExactly("bob");
        assertThat(lost(room)).isEmpty();

        room.isSaidToLeave("bob");
        room.pass(Duration.ofSeconds(3));
        assertThat(lost(room)).containsExactly("bob");
    }

    @Test
    void afterARestartOfTheServerAPathMayBreakBeforeItsParticipantIsBack() {
        VirtualSession room = VirtualSession.with("bob");
        room.answers("bob");

        room.losesTheServer();
        room.joins(new ParticipantId("again"), false);
        room.pass(Duration.ofSeconds(1));
        room.sendLink("bob").becomes(LinkState.FAILED);
        room.pass(Duration.ofMillis(8_999));
        room.enters(at(ELSEWHERE, room.info("bob")));
        room.pass(Duration.ofMinutes(1));

        assertThat(joined(room)).containsExactly("bob");
        assertThat(lost(room)).isEmpty();
    }

    @Test
    void anotherNameAndAddressAfterARestartOfTheServerIsNotAnotherPerson() {
        VirtualSession room = VirtualSession.with("bob");
        room.offers("bob", "mic");
        room.name("bob", "Bobby");
        room.describe("bob", "Bobby", List.of());

        room.losesTheServer();
        room.joins(new ParticipantId("again"), false);
        room.enters(at(ELSEWHERE, room.info("bob")));
        room.pass(Duration.ofMinutes(1));

        assertThat(joined(room)).containsExactly("bob");
        assertThat(lost(room)).isEmpty();
        assertThat(room.events(SessionEvent.ParticipantRenamed.class)).hasSize(1);
        assertThat(names(room)).containsExactly("Bobby");
    }

    @Test
    void oneIdentityAtTwoAddressesIsOnePersonAtTheNewerOne() {
        VirtualSession room = VirtualSession.with("bob");
        room.enters(at(ELSEWHERE, room.info("bob")));
        room.pass(Duration.ofSeconds(3));

        assertThat(joined(room)).containsExactly("bob");
        assertThat(room.channel.sentTo(ELSEWHERE, PeerMessage.Offer.class)).isNotEmpty();

        room.isSaidToLeave("elsewhere");
        room.pass(Duration.ofSeconds(10));
        assertThat(lost(room)).isEmpty();
        room.isSaidToLeave("bob");
        room.pass(Duration.ofSeconds(10));
        assertThat(lost(room)).containsExactly("bob");
    }

    @Test
    void oneselfUnderAnotherAddressIsNobody() {
        Invite invite =
                InviteLink.parse("https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw")
                        .orElseThrow();
        JoinRequest self = JoinRequest.of(invite, new ParticipantName("Self"));
        VirtualSession room =
                new VirtualSession(self, new OutputChoice.None(), new FakeOutput(), _ -> {});
        room.joins(VirtualSession.SELF, false);
        room.enters(
                new ParticipantInfo(
                        ELSEWHERE, self.name(), Optional.of(self.identity().named(self.name()))));
        room.pass(Duration.ofMinutes(1));

        assertThat(joined(room)).isEmpty();
        assertThat(room.links().sendLinks()).isEmpty();
    }

    @Test
    void whoSealedThatTheyLeftDoesNotComeBack() {
        VirtualSession room = VirtualSession.with("bob");
        PeerMessage.Offer offer = room.offer("mic");
        Optional<Seal> seal = Optional.of(room.seal("bob", offer));
        room.leaves("bob");

        room.enters("bob");
        room.says("bob", offer, seal);
        room.losesTheServer();
        room.joins(VirtualSession.SELF, true, "bob");
        room.pass(Duration.ofMinutes(1));

        assertThat(joined(room)).containsExactly("bob");
        assertThat(names(room)).isEmpty();
        assertThat(room.links().receiveLinks()).isEmpty();
    }

    @Test
    void messagesFromBeforeSomebodyCameBackAreNotTaken() {
        VirtualSession room = VirtualSession.with("bob");
        PeerMessage.Offer first = room.offer("mic");
        Optional<Seal> firstSeal = Optional.of(room.seal("bob", first));
        PeerMessage.Offer second = room.offer("song");
        Optional<Seal> secondSeal = Optional.of(room.seal("bob", second));
        PeerMessage.Restart restart = new PeerMessage.Restart();
        Optional<Seal> restartSeal = Optional.of(room.seal("bob", restart));
        room.says("bob", first, firstSeal);
        room.says("bob", second, secondSeal);
        room.answers("bob");
        room.says("bob", restart, restartSeal);
        room.says("bob", room.answer("bob"));
        room.sendLink("bob").becomes(LinkState.FAILED);
        room.isSaidToLeave("bob");
        room.pass(Duration.ofSeconds(3));
        assertThat(lost(room)).containsExactly("bob");

        int links = room.links().receiveLinks().size();
        room.enters("bob");
        room.answers("bob");
        int offers = offers(room);
        room.says("bob", first, firstSeal);
        room.says("bob", restart, restartSeal);
        assertThat(room.links().receiveLinks()).hasSize(links);
        assertThat(offers(room)).isEqualTo(offers);
        assertThat(room.problems()).containsExactly(new Problem(Reason.MESSAGE_REPEATED, "bob"));

        room.says("bob", second, secondSeal);
        assertThat(room.links().receiveLinks()).hasSize(links + 1);
    }

    private static ParticipantInfo at(ParticipantId address, ParticipantInfo who) {
        return new ParticipantInfo(address, who.name(), who.identity());
    }

    private static List<String> joined(VirtualSession room) {
        return room.events(SessionEvent.ParticipantJoined.class).stream()
                .map(SessionEvent.ParticipantJoined::name)
                .filter(name -> !List.of("ann", "cem", "dan").contains(name))
                .toList();
    }

    private static List<String> lost(VirtualSession room) {
        return room.events(SessionEvent.ParticipantLeft.class).stream()
                .filter(SessionEvent.ParticipantLeft::lost)
                .map(SessionEvent.ParticipantLeft::name)
                .toList();
    }

    private static List<String> names(VirtualSession room) {
        return room.session.snapshot().participants().stream()
                .map(RemoteParticipant::name)
                .toList();
    }

    private static int offers(VirtualSession room) {
        return room.channel.sentTo(VirtualSession.address("bob"), PeerMessage.Offer.class).size();
    }
}
