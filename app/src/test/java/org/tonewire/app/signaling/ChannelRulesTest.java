package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.signaling.ChannelEvent.Outlook;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.ServerMessage.Resumption;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.protocol.key.ResumeToken;

final class ChannelRulesTest {
    private static final ParticipantName ANN = new ParticipantName("Ann");
    private static final Nonce NONCE = Nonce.of(new byte[32]);
    private static final ResumeToken TOKEN = ResumeToken.of(new byte[32]);
    private static final AccessKey KEY =
            RoomKeys.derive(RoomServer.SECRET, RoomServer.STUDIO).access();
    private static final Problem LOST = new Problem(Reason.CONNECTION_LOST, "host:1");

    private final ChannelRules rules =
            new ChannelRules(
                    new JoinRequest(
                            new Invite(
                                    "host",
                                    1,
                                    RoomServer.STUDIO,
                                    RoomServer.SECRET,
                                    Optional.empty()),
                            ANN),
                    new RetryDelays(Duration.ofMillis(100), Duration.ofSeconds(1), new Random(1)));
    private ChannelState state = new ChannelState.Idle();

    @Test
    @DisplayName(
            "Idle --start--> Connecting --opened--> Greeting --challenge--> Entering --joined--> Inside")
    void aProofEntersTheRoom() {
        assertThat(after(new ChannelEvent.Started())).contains(new ChannelEffect.Connect());
        assertThat(after(new ChannelEvent.Opened()))
                .containsExactly(new ChannelEffect.Send(new ClientMessage.Hello(1, "tonewire")));
        assertThat(after(challenge())).containsExactly(join(Optional.empty()));
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
                                new ClientMessage.Open(RoomServer.STUDIO, ANN, KEY)));
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
        assertThat(after(challenge())).containsExactly(join(Optional.empty()));
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
    @DisplayName("Inside --gone--> Waiting --retry--> Connecting --…--> Inside by the old token")
    void aLostMembershipIsResumed() {
        reachInside();

        List<ChannelEffect> effects = after(gone(LOST));
        assertThat(effects).hasSize(3).startsWith(new ChannelEffect.Disconnect());
        assertThat(delay(effects)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(after(new ChannelEvent.RetryDue())).contains(new ChannelEffect.Connect());
        after(new ChannelEvent.Opened());
        assertThat(after(challenge())).containsExactly(join(Optional.of(TOKEN)));
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
    void triesAreAtMostTwoSecondsApartAndSpread() {
        ChannelTimes times = ChannelTimes.DEFAULT;
        RetryDelays delays =
                new RetryDelays(times.firstRetry(), times.longestRetry(), new Random(5));
        List<Duration> taken = new ArrayList<>();
        for (int failures = 0; failures < 100; failures++) {
            taken.add(delays.after(failures));
        }

        assertThat(taken).allMatch(delay -> delay.compareTo(Duration.ofSeconds(2)) <= 0);
        assertThat(taken.subList(5, 100))
                .allMatch(delay -> delay.compareTo(Duration.ofSeconds(1)) >= 0)
                .doesNotHaveDuplicates();
    }

    /// A thousand clients lose one server at the same moment; nothing answers their tries.
    @Test
    void clientsThatLostAServerTogetherSpreadWhereNothingAnswers() {
        Duration[] tries = new Duration[1_000];
        for (int seed = 0; seed < tries.length; seed++) {
            tries[seed] = lastTryBefore(Duration.ofSeconds(40), seed);
        }

        int[] tenths = new int[20];
        for (Duration each : tries) {
            tenths[(int) each.minusSeconds(38).toMillis() / 100]++;
        }
        assertThat(Arrays.stream(tenths).max().orElseThrow()).isLessThan(150);
        assertThat(Arrays.stream(tenths).filter(count -> count > 0).count()).isGreaterThan(14);
    }

    /// Every try takes the whole time that it may.
    private static Duration lastTryBefore(Duration end, int seed) {
        ChannelTimes times = ChannelTimes.DEFAULT;
        RetryDelays delays =
                new RetryDelays(times.firstRetry(), times.longestRetry(), new Random(seed));
        Duration at = delays.after(0);
        Duration last = at;
        for (int failures = 1; at.compareTo(end) < 0; failures++) {
            last = at;
            Duration spent = delays.connectLimit(times.connect());
            Duration between = spent.plus(RetryDelays.remaining(delays.after(failures), spent));
            assertThat(between).isBetween(Duration.ofMillis(950), Duration.ofSeconds(2));
            at = at.plus(between);
        }
        return last;
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

        assertThat(after(gone(LOST))).contains(ended(Reason.SERVER_CLOSED, ""));
    }

    @Test
    @DisplayName("Inside --replaced--> Over")
    void aReplacedChannelDoesNotTryAgain() {
        reachInside();

        assertThat(after(SocketProblems.closed(4001, "host:1")))
                .contains(ended(Reason.REPLACED, ""));
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
        return new ChannelEvent.Received(new ServerMessage.Challenge(1, "server", NONCE));
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
                new ParticipantInfo(new ParticipantId("a"), ANN),
                new Resumption(TOKEN, 6, resumed),
                List.of());
    }

    private static ChannelEvent refused(RefusalReason reason) {
        return new ChannelEvent.Received(new ServerMessage.Refused(reason, ""));
    }

    private static ChannelEvent gone(Problem problem) {
        return new ChannelEvent.Gone(problem, Outlook.MAY_COME_BACK);
    }

    private static ChannelEffect join(Optional<ResumeToken> token) {
        return new ChannelEffect.Send(
                new ClientMessage.Join(RoomServer.STUDIO, ANN, KEY.prove(NONCE, "studio"), token));
    }

    private static ChannelEffect ended(Reason reason, String subject) {
        return new ChannelEffect.Tell(new SignalingEvent.Ended(new Problem(reason, subject)));
    }
}
