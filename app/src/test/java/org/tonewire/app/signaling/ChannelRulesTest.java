package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.app.signaling.ChannelEvent.Outlook;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.ServerMessage.Resumption;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;

final class ChannelRulesTest {
    private static final ParticipantName ANN = new ParticipantName("Ann");
    private static final Nonce NONCE = Nonce.of(new byte[32]);
    private static final SessionIdentity SELF = SignalingChannelContract.identity("Ann");
    private static final Invite INVITE =
            new Invite("host", 1, RoomServer.STUDIO, RoomServer.SECRET, Optional.empty());
    private static final AccessKey KEY = RoomServer.KEYS.access(INVITE.server());
    private static final JoinProof PROOF = KEY.prove(NONCE, "studio");
    private static final Problem LOST = new Problem(Reason.CONNECTION_LOST, "host:1");

    private final ChannelRules rules =
            new ChannelRules(
                    new JoinRequest(INVITE, ANN, SELF),
                    new RetryDelays(Duration.ofMillis(100), Duration.ofSeconds(1), new Random(1)));
    private ChannelState state = new ChannelState.Idle();

    @Test
    @DisplayName(
            "Idle --start--> Connecting --opened--> Greeting --challenge--> Entering --joined-->"
                    + " Inside")
    void aProofEntersTheRoom() {
        assertThat(after(new ChannelEvent.Started())).contains(new ChannelEffect.Connect());
        assertThat(after(new ChannelEvent.Opened()))
                .containsExactly(new ChannelEffect.Send(new ClientMessage.Hello(2, "tonewire")));
        assertThat(after(challenge())).containsExactly(join());
        assertThat(after(joined(false)))
                .containsExactly(new ChannelEffect.Tell(joinedEvent(false)));
        assertThat(state).isInstanceOf(ChannelState.Inside.class);
    }

    @Test
    @DisplayName("Entering by JOIN --no such room--> Connecting by OPEN --…--> Inside")
    void aMissingRoomIsOpenedByItsKey() {
        reachEntering();

        assertThat(after(refused(RefusalReason.NO_SUCH_ROOM)))
                .containsExactly(new ChannelEffect.Disconnect(), new ChannelEffect.Connect());
        after(new ChannelEvent.Opened());
        assertThat(after(challenge()))
                .containsExactly(
                        new ChannelEffect.Send(
                                new ClientMessage.Open(
                                        RoomServer.STUDIO,
                                        ANN,
                                        KEY,
                                        SELF.join(ANN, NONCE, PROOF))));
        assertThat(after(refused(RefusalReason.NO_SUCH_ROOM)))
                .contains(ended(Reason.NO_SUCH_ROOM, "studio"));
    }

    @ParameterizedTest(name = "Entering --{0}--> Over")
    @EnumSource(
            value = RefusalReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NO_SUCH_ROOM", "TOO_SLOW"})
    void aRefusalTheFirstTimeIsFinal(RefusalReason reason) {
        reachEntering();

        assertThat(after(refused(reason)))
                .hasSize(2)
                .startsWith(new ChannelEffect.Disconnect())
                .last()
                .isInstanceOfSatisfying(
                        ChannelEffect.Tell.class,
                        tell -> assertThat(tell.event()).isInstanceOf(SignalingEvent.Ended.class));
        assertThat(after(new ChannelEvent.Opened())).isEmpty();
    }

    @Test
    @DisplayName("Connecting --gone--> Over before the first time inside")
    void aFailureBeforeTheFirstTimeInsideIsFinal() {
        after(new ChannelEvent.Started());

        assertThat(after(gone(new Problem(Reason.HOST_UNREACHABLE, "host:1"))))
                .contains(ended(Reason.HOST_UNREACHABLE, "host:1"));
    }

    @Test
    @DisplayName("Entering --gone--> Waiting --retry--> Connecting --…--> Inside by a proof")
    void aConnectionThatBreaksBeforeTheFirstTimeInsideIsReplaced() {
        reachEntering();

        List<ChannelEffect> effects = after(gone(LOST));
        assertThat(effects)
                .startsWith(new ChannelEffect.Disconnect())
                .contains(
                        new ChannelEffect.Tell(
                                new SignalingEvent.Lost(
                                        new Problem(Reason.HOST_UNREACHABLE, "host:1"),
                                        delay(effects))));
        assertThat(after(new ChannelEvent.RetryDue())).contains(new ChannelEffect.Connect());
        after(new ChannelEvent.Opened());
        assertThat(after(challenge())).containsExactly(join());
        assertThat(after(joined(false)))
                .containsExactly(new ChannelEffect.Tell(joinedEvent(false)));
    }

    @Test
    @DisplayName("Greeting --gone, retry, gone, retry, gone--> Over")
    void aServerThatAlwaysBreaksTheConnectionDoesNotAnswer() {
        after(new ChannelEvent.Started());
        for (int i = 0; i < 2; i++) {
            after(new ChannelEvent.Opened());
            after(gone(LOST));
            after(new ChannelEvent.RetryDue());
        }
        after(new ChannelEvent.Opened());

        assertThat(after(gone(LOST))).contains(ended(Reason.HOST_UNREACHABLE, "host:1"));
    }

    @Test
    @DisplayName(
            "Inside --gone--> Waiting --retry--> Connecting --…--> Inside by the same identity")
    void aLostMembershipIsResumed() {
        reachInside();

        List<ChannelEffect> effects = after(gone(LOST));
        assertThat(effects).hasSize(3).startsWith(new ChannelEffect.Disconnect());
        assertThat(delay(effects)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(after(new ChannelEvent.RetryDue())).contains(new ChannelEffect.Connect());
        after(new ChannelEvent.Opened());
        assertThat(after(challenge())).containsExactly(join());
        assertThat(after(joined(true))).containsExactly(new ChannelEffect.Tell(joinedEvent(true)));
    }

    @Test
    void queuedMessagesAreDroppedWhenTheMembershipIsLost() {
        reachInside();
        after(gone(LOST));
        after(new ChannelEvent.RetryDue());
        after(new ChannelEvent.Opened());
        after(challenge());

        assertThat(after(joined(false)))
                .containsExactly(
                        new ChannelEffect.DropQueued(), new ChannelEffect.Tell(joinedEvent(false)));
    }

    @Test
    @DisplayName("Waiting --retry, gone, retry, gone…--> Waiting, longer and longer, without end")
    void aLostServerIsTriedWithoutEnd() {
        reachInside();
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            delays.add(delay(after(gone(LOST))));
            after(new ChannelEvent.RetryDue());
        }

        assertThat(delays.get(2)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(delays.getLast()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(delays.subList(10, 50)).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("Waiting --network back--> Connecting --network back--> Connecting")
    void aNetworkThatIsBackIsTriedAtOnce() {
        reachInside();
        after(gone(LOST));

        assertThat(after(new ChannelEvent.NetworkBack()))
                .containsExactly(new ChannelEffect.Disconnect(), new ChannelEffect.Connect());
        assertThat(after(new ChannelEvent.NetworkBack()))
                .containsExactly(new ChannelEffect.Disconnect(), new ChannelEffect.Connect());
        after(new ChannelEvent.Opened());
        assertThat(after(new ChannelEvent.NetworkBack())).isEmpty();
    }

    @Test
    @DisplayName("Inside --network back--> Inside, probed")
    void aConnectionIsProbedWhenTheNetworkHasChanged() {
        reachInside();

        assertThat(after(new ChannelEvent.NetworkBack()))
                .containsExactly(new ChannelEffect.Probe());
        assertThat(state).isInstanceOf(ChannelState.Inside.class);
    }

    @Test
    @DisplayName("Connecting --network back--> Connecting, the first time")
    void aReturningNetworkDoesNotInterruptTheFirstAttempt() {
        after(new ChannelEvent.Started());

        assertThat(after(new ChannelEvent.NetworkBack())).isEmpty();
    }

    @Test
    @DisplayName("Inside --server closing--> Waiting --not back--> Over")
    void aServerThatAnnouncedItsCloseIsTriedForALimitedTime() {
        reachInside();
        after(refused(RefusalReason.SERVER_CLOSING));
        for (int i = 0; i < 7; i++) {
            after(new ChannelEvent.RetryDue());
            after(gone(LOST));
            assertThat(state).isInstanceOf(ChannelState.Waiting.class);
        }
        after(new ChannelEvent.RetryDue());

        assertThat(hopeless(after(gone(LOST)))).isEqualTo(Problem.of(Reason.SERVER_CLOSED));
        after(new ChannelEvent.RetryDue());
        after(new ChannelEvent.Opened());
        after(challenge());
        assertThat(after(joined(false))).contains(new ChannelEffect.Tell(joinedEvent(false)));
    }

    @Test
    @DisplayName("Inside --replaced--> Waiting --retry--> Connecting")
    void aReplacedChannelTriesAgain() {
        reachInside();

        assertThat(hopeless(after(SocketProblems.closed(4001, "host:1"))))
                .isEqualTo(Problem.of(Reason.REPLACED));
        assertThat(after(new ChannelEvent.RetryDue())).contains(new ChannelEffect.Connect());
    }

    @ParameterizedTest(name = "Inside --{0}--> Waiting")
    @EnumSource(
            value = RefusalReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SERVER_CLOSING", "TOO_SLOW"})
    void aRefusalOnceInsideIsToldAndTriedAgain(RefusalReason reason) {
        reachInside();

        List<ChannelEffect> effects = after(refused(reason));
        assertThat(hopeless(effects).reason()).isNotEqualTo(Reason.CONNECTION_LOST);
        assertThat(after(new ChannelEvent.RetryDue())).contains(new ChannelEffect.Connect());
    }

    @Test
    @DisplayName(
            "Waiting --retry, no such room--> Connecting by OPEN though it was said to be over")
    void aServerThatSaysFalselyThatTheRoomEndedEndsNothingForGood() {
        reachInside();
        assertThat(hopeless(after(refused(RefusalReason.ROOM_ENDED))).reason())
                .isEqualTo(Reason.SERVER_CLOSED);
        after(new ChannelEvent.RetryDue());
        after(new ChannelEvent.Opened());
        after(challenge());

        assertThat(after(refused(RefusalReason.NO_SUCH_ROOM)))
                .contains(new ChannelEffect.Connect());
    }

    @Test
    @DisplayName("Waiting --retry, other certificate, retry, other certificate…--> Waiting")
    void aServerThatRefusesIsTriedLessAndLessOften() {
        reachInside();
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            List<ChannelEffect> effects =
                    after(
                            new ChannelEvent.Gone(
                                    new Problem(Reason.CERTIFICATE_MISMATCH, "host:1"),
                                    Outlook.FINAL));
            assertThat(hopeless(effects).reason()).isEqualTo(Reason.CERTIFICATE_MISMATCH);
            delays.add(delay(effects));
            after(new ChannelEvent.RetryDue());
        }

        assertThat(delays.getFirst()).isLessThanOrEqualTo(Duration.ofMillis(100));
        assertThat(delays.subList(10, 20))
                .allMatch(delay -> delay.compareTo(Duration.ofMillis(7_500)) >= 0)
                .allMatch(delay -> delay.compareTo(Duration.ofSeconds(15)) <= 0);
    }

    @Test
    @DisplayName("Greeting --challenge of another version--> Over")
    void aServerOfAnotherVersionIsNotEntered() {
        after(new ChannelEvent.Started());
        after(new ChannelEvent.Opened());

        assertThat(
                        after(
                                new ChannelEvent.Received(
                                        new ServerMessage.Challenge(1, "server", NONCE))))
                .contains(ended(Reason.VERSION_MISMATCH, ""))
                .noneMatch(ChannelEffect.Send.class::isInstance);
    }

    /// The problem that the channel tells, which the session judges by its links.
    private static Problem hopeless(List<ChannelEffect> effects) {
        assertThat(effects)
                .filteredOn(ChannelEffect.Tell.class::isInstance)
                .singleElement()
                .isEqualTo(
                        new ChannelEffect.Tell(
                                new SignalingEvent.Hopeless(problem(effects), delay(effects))));
        return problem(effects);
    }

    private static Problem problem(List<ChannelEffect> effects) {
        return effects.stream()
                .filter(ChannelEffect.Tell.class::isInstance)
                .map(effect -> ((ChannelEffect.Tell) effect).event())
                .filter(SignalingEvent.Hopeless.class::isInstance)
                .map(event -> ((SignalingEvent.Hopeless) event).problem())
                .findFirst()
                .orElseThrow(() -> new AssertionError("not told as hopeless: " + effects));
    }

    private void reachEntering() {
        after(new ChannelEvent.Started());
        after(new ChannelEvent.Opened());
        after(challenge());
    }

    private void reachInside() {
        reachEntering();
        after(joined(false));
    }

    private List<ChannelEffect> after(ChannelEvent event) {
        ChannelRules.Step step = rules.next(state, event);
        state = step.state();
        return step.effects();
    }

    private static Duration delay(List<ChannelEffect> effects) {
        assertThat(effects.getLast()).isInstanceOf(ChannelEffect.RetryAfter.class);
        return ((ChannelEffect.RetryAfter) effects.getLast()).delay();
    }

    private static ChannelEvent challenge() {
        return new ChannelEvent.Received(new ServerMessage.Challenge(2, "server", NONCE));
    }

    private static ChannelEvent joined(boolean resumed) {
        return new ChannelEvent.Received(joinedMessage(resumed));
    }

    private static SignalingEvent joinedEvent(boolean resumed) {
        return new SignalingEvent.Joined(joinedMessage(resumed));
    }

    private static ServerMessage.Joined joinedMessage(boolean resumed) {
        return new ServerMessage.Joined(
                RoomServer.STUDIO,
                new ParticipantInfo(new ParticipantId("a"), ANN, Optional.empty()),
                new Resumption(6, resumed),
                List.of());
    }

    private static ChannelEvent refused(RefusalReason reason) {
        return new ChannelEvent.Received(new ServerMessage.Refused(reason, ""));
    }

    private static ChannelEvent gone(Problem problem) {
        return new ChannelEvent.Gone(problem, Outlook.MAY_COME_BACK);
    }

    private static ChannelEffect join() {
        return new ChannelEffect.Send(
                new ClientMessage.Join(
                        RoomServer.STUDIO, ANN, PROOF, SELF.join(ANN, NONCE, PROOF)));
    }

    private static ChannelEffect ended(Reason reason, String subject) {
        return new ChannelEffect.Tell(new SignalingEvent.Ended(new Problem(reason, subject)));
    }
}
