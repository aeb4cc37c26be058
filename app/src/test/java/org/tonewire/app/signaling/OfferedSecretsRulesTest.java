package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.Nonce;

/// How a channel uses secrets that were offered to it.
final class OfferedSecretsRulesTest {
    private static final Nonce NONCE = Nonce.of(new byte[32]);
    private static final RoomSecret OLD = RoomServer.SECRET;
    private static final RoomSecret NEXT = RoomServer.secret("AQECAwQFBgcICQoLDA0ODw");
    private static final RoomSecret FORGED = RoomServer.secret("AgECAwQFBgcICQoLDA0ODw");
    private static final Invite INVITE =
            new Invite("host", 1, RoomServer.STUDIO, OLD, Optional.empty());

    private final ChannelRules rules =
            new ChannelRules(
                    JoinRequest.of(INVITE, new ParticipantName("Ann")),
                    new RetryDelays(Duration.ofMillis(100), Duration.ofSeconds(1), new Random(1)));
    private final List<RoomSecret> known = new ArrayList<>(List.of(OLD, NEXT, FORGED));
    private ChannelState state = new ChannelState.Idle();

    @Test
    void anOfferChangesNothingWhileTheServerTakesThePresentSecret() {
        reachInside();

        assertThat(after(new ChannelEvent.Offered(List.of(FORGED)))).isEmpty();
        loseConnection();
        assertThat(secretShown()).isEqualTo(OLD);
        assertThat(after(joined()))
                .noneMatch(effect ->
                        effect instanceof ChannelEffect.Tell(var event)
                                && event instanceof SignalingEvent.Renewed);
        loseConnection();
        assertThat(secretShown()).isEqualTo(OLD);
    }

    @Test
    @DisplayName("Entering --wrong key--> Connecting --…--> Inside by the next secret")
    void theNextSecretIsTriedWhenThePresentOneIsRefusedAndIsThePresentOneFromThenOn() {
        reachInside();
        after(new ChannelEvent.Offered(List.of(FORGED, NEXT)));
        loseConnection();

        assertThat(secretShown()).isEqualTo(OLD);
        assertThat(after(refused()))
                .containsExactly(new ChannelEffect.Disconnect(), new ChannelEffect.Connect());
        assertThat(secretShown()).isEqualTo(FORGED);
        assertThat(after(refused())).contains(new ChannelEffect.Connect());
        assertThat(secretShown()).isEqualTo(NEXT);
        List<ChannelEffect> effects = after(joined());

        assertThat(effects).startsWith(new ChannelEffect.DropQueued());
        assertThat(told(effects))
                .hasSize(2)
                .first()
                .isInstanceOfSatisfying(
                        SignalingEvent.Renewed.class,
                        renewed ->
                                assertThat(renewed.request().invite())
                                        .isEqualTo(INVITE.with(NEXT)));
        loseConnection();
        assertThat(secretShown()).isEqualTo(NEXT);
    }

    @Test
    void theSameParticipantEntersByEachSecret() {
        reachInside();
        after(new ChannelEvent.Offered(List.of(NEXT)));
        loseConnection();
        ClientMessage.Join old = enters();
        after(refused());
        ClientMessage.Join next = enters();

        assertThat(next.identity().identity().key()).isEqualTo(old.identity().identity().key());
        assertThat(next.identity().identity().proof())
                .isNotEqualTo(old.identity().identity().proof());
    }

    @Test
    @DisplayName("Entering --wrong key--> Waiting when no secret is left")
    void whenNoSecretIsTakenItIsToldAndTriedAgainFromTheFirst() {
        reachInside();
        after(new ChannelEvent.Offered(List.of(FORGED)));
        for (int i = 0; i < 3; i++) {
            loseConnection();
            assertThat(secretShown()).isEqualTo(OLD);
            after(refused());
            assertThat(secretShown()).isEqualTo(FORGED);

            assertThat(told(after(refused())))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            SignalingEvent.Hopeless.class,
                            hopeless ->
                                    assertThat(hopeless.problem())
                                            .isEqualTo(Problem.of(Reason.INVITE_RENEWED)));
        }
    }

    @Test
    @DisplayName("Waiting --offered--> Connecting after a refusal of the present secret")
    void aSecretThatComesAfterTheRefusalIsTriedAtOnce() {
        reachInside();
        loseConnection();
        secretShown();
        after(refused());
        assertThat(state).isInstanceOf(ChannelState.Waiting.class);

        assertThat(after(new ChannelEvent.Offered(List.of(NEXT))))
                .contains(new ChannelEffect.Connect());
        assertThat(secretShown()).isEqualTo(NEXT);
    }

    @Test
    void whoSendsSecretsWithoutEndKeepsNobodyFromAnotherOne() {
        reachInside();
        after(new ChannelEvent.Offered(List.of(FORGED, NEXT)));
        loseConnection();
        secretShown();
        after(refused());

        List<RoomSecret> shown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            after(new ChannelEvent.Offered(List.of(forged(i), NEXT)));
            shown.add(secretShown());
            after(refused());
        }

        assertThat(shown).startsWith(FORGED, NEXT);
    }

    @Test
    void aRoundOfTriesHasAnEnd() {
        reachInside();
        after(new ChannelEvent.Offered(List.of(forged(0))));
        loseConnection();
        secretShown();
        after(refused());

        int tries = 0;
        while (state instanceof ChannelState.Connecting) {
            secretShown();
            after(new ChannelEvent.Offered(List.of(forged(++tries))));
            after(refused());
        }

        assertThat(tries).isEqualTo(WaysIn.MAX_REFUSALS - 1);
        assertThat(after(new ChannelEvent.Offered(List.of(forged(++tries))))).isEmpty();
        after(new ChannelEvent.RetryDue());
        assertThat(secretShown()).isEqualTo(OLD);
    }

    @Test
    void aSecretThatComesWhileTheServerIsAwayWaits() {
        reachInside();
        after(gone());

        assertThat(after(new ChannelEvent.Offered(List.of(NEXT)))).isEmpty();
        after(new ChannelEvent.RetryDue());
        after(new ChannelEvent.Opened());
        assertThat(secretShown()).isEqualTo(OLD);
    }

    @Test
    void noRoomIsOpenedByASecretThatWasOffered() {
        reachInside();
        after(new ChannelEvent.Offered(List.of(FORGED)));
        loseConnection();
        secretShown();
        after(refused());
        secretShown();

        after(new ChannelEvent.Received(new ServerMessage.Refused(RefusalReason.NO_SUCH_ROOM, "")));

        assertThat(state).isInstanceOf(ChannelState.Waiting.class);
    }

    @Test
    void beforeTheFirstTimeInsideARefusalIsFinal() {
        after(new ChannelEvent.Started());
        after(new ChannelEvent.Offered(List.of(NEXT)));
        after(new ChannelEvent.Opened());
        secretShown();

        assertThat(told(after(refused())))
                .containsExactly(new SignalingEvent.Ended(Problem.of(Reason.WRONG_KEY)));
    }

    @Test
    void aServerThatChangesItsKeyIsEnteredAgainSoon() {
        reachInside();

        assertThat(told(after(SocketProblems.closed(4002, "host:1"))))
                .singleElement()
                .isInstanceOf(SignalingEvent.Lost.class);
        assertThat(state).isInstanceOf(ChannelState.Waiting.class);
    }

    private void reachInside() {
        after(new ChannelEvent.Started());
        after(new ChannelEvent.Opened());
        secretShown();
        after(joined());
        assertThat(state).isInstanceOf(ChannelState.Inside.class);
    }

    private void loseConnection() {
        after(gone());
        after(new ChannelEvent.RetryDue());
    }

    private RoomSecret forged(int number) {
        byte[] bytes = new byte[16];
        bytes[15] = (byte) (100 + number);
        RoomSecret secret =
                RoomServer.secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        known.add(secret);
        return secret;
    }

    /// The secret whose key the channel proves on its next connection.
    private RoomSecret secretShown() {
        ClientMessage.Join join = enters();
        return known.stream()
                .filter(secret ->
                        RoomKeys.derive(secret, RoomServer.STUDIO)
                                .access(INVITE.server())
                                .prove(NONCE, "studio")
                                .equals(join.proof()))
                .findFirst()
                .orElseThrow();
    }

    private ClientMessage.Join enters() {
        after(new ChannelEvent.Opened());
        List<ChannelEffect> effects =
                after(new ChannelEvent.Received(new ServerMessage.Challenge(2, "server", NONCE)));
        return (ClientMessage.Join) ((ChannelEffect.Send) effects.getFirst()).message();
    }

    private List<ChannelEffect> after(ChannelEvent event) {
        ChannelRules.Step step = rules.next(state, event);
        state = step.state();
        return step.effects();
    }

    private static List<SignalingEvent> told(List<ChannelEffect> effects) {
        List<SignalingEvent> told = new ArrayList<>();
        for (ChannelEffect effect : effects) {
            if (effect instanceof ChannelEffect.Tell(SignalingEvent event)) {
                told.add(event);
            }
        }
        return told;
    }

    private static ChannelEvent gone() {
        return new ChannelEvent.Gone(
                new Problem(Reason.CONNECTION_LOST, "host:1"), ChannelEvent.Outlook.MAY_COME_BACK);
    }

    private static ChannelEvent refused() {
        return new ChannelEvent.Received(new ServerMessage.Refused(RefusalReason.WRONG_KEY, ""));
    }

    private static ChannelEvent joined() {
        return new ChannelEvent.Received(
                new ServerMessage.Joined(
                        RoomServer.STUDIO,
                        new ParticipantInfo(
                                new ParticipantId("a"),
                                new ParticipantName("Ann"),
                                Optional.empty()),
                        new ServerMessage.Resumption(6, false),
                        List.of()));
    }
}
