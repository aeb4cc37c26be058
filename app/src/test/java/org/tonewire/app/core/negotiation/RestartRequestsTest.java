package org.tonewire.app.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.signaling.protocol.PeerMessage;

/// What a sending end does of requests for a restart, and of a server that comes back again and
/// again, in virtual time.
final class RestartRequestsTest {
    private static final Duration TICK = Duration.ofMillis(25);
    private static final int TICKS_A_SECOND = 40;

    private final LossyWire wire = LossyWire.connected();

    @Test
    void aRequestRestartsALinkWhosePathIsGone() {
        disconnect();

        wire.sendLink.restartAsked(1_000);
        wire.loop.settle();

        assertThat(restarts()).isEqualTo(1);
    }

    @Test
    void aLateRequestDoesNotTouchALinkThatWorks() {
        wire.sendLink.restartAsked(1_000);
        wire.sendLink.restartAsked(1_001);
        wire.pass(60);

        assertThat(wire.sender().offers()).hasSize(1);
        assertThat(wire.sender().isClosed()).isFalse();
    }

    @Test
    void aPeerThatAsksAgainSecondsLaterGetsItsRestart() {
        wire.sendLink.restartAsked(1_000);
        wire.pass(8);
        assertThat(restarts()).isZero();
        wire.sendLink.restartAsked(1_001);
        wire.loop.settle();

        assertThat(restarts()).isEqualTo(1);
    }

    @Test
    void aRequestFromBeforeTheLastAnswerIsNotMet() {
        long before = wire.sealsFromBob(PeerMessage.Answer.class).getFirst().number() + 1;
        wire.receiver().finds("candidate:numbered");
        wire.sendLink.tracksChanged();
        wire.loop.settle();
        assertThat(wire.sealsFromBob(PeerMessage.Answer.class).getLast().number())
                .isGreaterThan(before);
        disconnect();

        wire.sendLink.restartAsked(before);
        wire.pass(2);

        assertThat(restarts()).isZero();
    }

    @Test
    void requestsWithoutEndAreMetOnceInThreeSeconds() {
        disconnect();

        forSeconds(12, i -> wire.sendLink.restartAsked(1_000 + i));

        // One more is this end's own, as its path stays away.
        assertThat(restarts()).isBetween(4, 6);
    }

    @Test
    void theServersReturnsRepeatAnOfferOnceASecondAndItsCandidatesOnceItIsAnswered() {
        LossyWire fresh = new LossyWire();
        fresh.cut();
        fresh.sendLink.tracksChanged();
        fresh.loop.settle();
        fresh.sender().finds("candidate:1");
        fresh.loop.settle();

        for (int i = 0; i < 10 * TICKS_A_SECOND; i++) {
            fresh.sendLink.serverBack();
            fresh.loop.pass(TICK);
        }

        assertThat(fresh.fromAnn(PeerMessage.Offer.class)).hasSizeBetween(11, 12);
        assertThat(fresh.fromAnn(PeerMessage.Candidate.class)).hasSize(1);

        fresh.mend();
        fresh.sendLink.serverBack();
        fresh.pass(2);
        assertThat(fresh.fromBob(PeerMessage.Answer.class)).isNotEmpty();
        assertThat(fresh.fromAnn(PeerMessage.Candidate.class)).hasSize(2);
    }

    private void disconnect() {
        wire.sender().becomes(LinkState.DISCONNECTED);
        wire.loop.settle();
    }

    private int restarts() {
        return Collections.frequency(wire.sender().offers(), OfferKind.RESTART);
    }

    private void forSeconds(int seconds, IntConsumer action) {
        for (int i = 0; i < seconds * TICKS_A_SECOND; i++) {
            action.accept(i);
            wire.loop.pass(TICK);
        }
    }
}
