package org.tonewire.app.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.signaling.protocol.PeerMessage;

/// A link whose offers, answers and restart requests are lost on the way.
final class LostAnswerTest {
    @Test
    void aRecoveredLinkIsNotClosedForTheMissingAnswerToItsRestart() {
        LossyWire wire = LossyWire.connected();

        wire.cut();
        wire.pass(5);
        wire.becomes(LinkState.DISCONNECTED);
        wire.pass(5);
        assertThat(wire.sender().offers()).contains(OfferKind.RESTART);
        wire.becomes(LinkState.CONNECTED);
        wire.pass(120);

        assertThat(wire.links.sendLinks()).hasSize(1);
        assertThat(wire.sender().isClosed()).isFalse();
        assertThat(wire.annEvents.problems()).isEmpty();
        assertThat(wire.annEvents.states()).doesNotContain(LinkState.FAILED);
    }

    @Test
    void theSameOfferIsSentAgainUntilItIsAnswered() {
        LossyWire wire = LossyWire.connected();

        wire.cut();
        wire.sendLink.tracksChanged();
        wire.pass(40);
        int lost = wire.fromAnn(PeerMessage.Offer.class).size();
        assertThat(lost).isBetween(6, 10);
        assertThat(wire.sendLink.isSettled()).isFalse();
        wire.mend();
        wire.pass(6);

        assertThat(Set.copyOf(wire.fromAnn(PeerMessage.Offer.class))).hasSize(2);
        assertThat(wire.sendLink.isSettled()).isTrue();
        assertThat(wire.receiver().offers()).hasSize(2);
        wire.pass(60);
        assertThat(wire.fromAnn(PeerMessage.Offer.class)).hasSize(lost + 1);
    }

    @Test
    void aLostAnswerIsRepeatedWithItsCandidates() {
        LossyWire wire = LossyWire.connected();

        wire.receiver().finds("candidate:early");
        wire.loop.settle();
        wire.sendLink.tracksChanged();
        wire.loop.post(wire::cut);
        wire.loop.settle();
        wire.receiver().finds("candidate:lost");
        wire.loop.settle();
        wire.mend();
        wire.pass(7);

        assertThat(wire.sendLink.isSettled()).isTrue();
        assertThat(wire.receiver().offers()).as("offers that the link took").hasSize(2);
        assertThat(wire.sender().candidates()).contains("candidate:lost");
    }

    @Test
    void candidatesAreRepeatedAfterTheAnswerToARepeatedOffer() {
        LossyWire wire = new LossyWire();

        wire.cut();
        wire.sendLink.tracksChanged();
        wire.loop.settle();
        wire.sender().finds("candidate:lost");
        wire.loop.settle();
        wire.mend();
        wire.pass(4);

        assertThat(wire.receiver().candidates()).contains("candidate:lost");
        assertThat(wire.sender().answers()).hasSize(1);
    }

    @Test
    void aRepeatedAnswerIsNotTakenAsTheAnswerToTheNextOffer() {
        LossyWire wire = LossyWire.connected();
        var answered = wire.first(PeerMessage.Answer.class);

        wire.cut();
        wire.sendLink.tracksChanged();
        wire.loop.settle();
        wire.deliver(answered);
        wire.loop.settle();

        assertThat(wire.sender().answers()).hasSize(1);
        assertThat(wire.sendLink.isSettled()).isFalse();
    }

    @Test
    void aLinkThatIsDownAndNotAnsweredIsRebuilt() {
        LossyWire wire = LossyWire.connected();

        wire.cut();
        wire.becomes(LinkState.FAILED);
        wire.pass(29);
        assertThat(wire.links.sendLinks()).hasSize(1);
        wire.pass(10);

        assertThat(wire.links.sendLinks()).hasSize(2);
        assertThat(wire.links.sendLinks().getFirst().isClosed()).isTrue();
    }

    /// As where the answer was one to an earlier offer.
    @Test
    void aRestartWithoutEffectIsFollowedByANewLink() {
        LossyWire wire = LossyWire.connected();

        wire.sender().becomes(LinkState.FAILED);
        wire.loop.settle();
        assertThat(wire.sender().answers()).as("the restart is answered").hasSize(2);
        wire.pass(19);
        assertThat(wire.sender().isClosed()).isFalse();
        wire.pass(1);
        assertThat(wire.sender().isClosed()).isTrue();
        wire.pass(1);

        assertThat(wire.links.sendLinks()).hasSize(2);
        assertThat(wire.annEvents.problems()).isEmpty();
    }

    /// Both ends see the path as lost, so the receiving end asks for a restart again and again.
    @Test
    void aRestartWithoutEffectIsNotFollowedByAnotherForEver() {
        LossyWire wire = LossyWire.connected();

        wire.becomes(LinkState.FAILED);
        wire.pass(30);

        assertThat(wire.links.sendLinks()).hasSizeGreaterThan(1);
        assertThat(wire.links.sendLinks().getFirst().isClosed()).isTrue();
    }

    @Test
    void aNewLinkWithoutAnAnswerIsReportedOnceAndRebuiltWithoutEnd() {
        LossyWire wire = new LossyWire();

        wire.cut();
        wire.sendLink.tracksChanged();
        wire.pass(21);
        assertThat(wire.annEvents.problems()).containsExactly(Reason.PARTICIPANT_UNREACHABLE);
        wire.pass(300);

        assertThat(wire.links.sendLinks()).hasSizeGreaterThan(5);
        assertThat(wire.annEvents.problems()).hasSize(1);
    }

    @Test
    void withoutTheServerNothingIsRepeatedUntilItIsBack() {
        LossyWire wire = LossyWire.connected();

        wire.cut();
        wire.annLosesTheServer();
        wire.becomes(LinkState.FAILED);
        wire.pass(60);
        assertThat(wire.links.sendLinks()).as("links").hasSize(1);
        assertThat(wire.fromAnn(PeerMessage.Offer.class)).as("offers").hasSize(2);
        wire.mend();
        wire.annFindsTheServer();

        assertThat(wire.sender().answers()).hasSize(2);
    }

    @Test
    void aRestartIsAskedForAgainWhileThePathIsGone() {
        LossyWire wire = LossyWire.connected();

        wire.cut();
        wire.receiver().becomes(LinkState.DISCONNECTED);
        wire.pass(30);
        assertThat(wire.fromBob(PeerMessage.Restart.class)).hasSize(4);
        wire.receiver().becomes(LinkState.CONNECTED);
        wire.pass(60);

        assertThat(wire.fromBob(PeerMessage.Restart.class)).hasSize(4);
    }

    @Test
    void anOfferThatFailedIsTriedAgainWhenItIsRepeated() {
        LossyWire wire = LossyWire.connected();
        var offer = wire.first(PeerMessage.Offer.class);

        wire.receiver().fails(ExchangeStage.TAKE_OFFER);
        wire.loop.settle();
        wire.deliver(offer);
        wire.loop.settle();

        assertThat(wire.receiver().offers()).hasSize(2);
    }

    @Test
    void aNewLinkWithoutAPathIsRebuiltAfter20Seconds() {
        LossyWire wire = new LossyWire();

        wire.sendLink.tracksChanged();
        wire.pass(20);
        assertThat(wire.sender().isClosed()).isTrue();
        assertThat(wire.links.sendLinks()).hasSize(1);
        wire.pass(1);

        assertThat(wire.links.sendLinks()).hasSize(2);
    }

    @Test
    void theWaitBeforeANewLinkDoublesUpTo15Seconds() {
        LossyWire wire = new LossyWire();

        wire.sendLink.tracksChanged();
        for (int wait : new int[] {1, 2, 4, 8, 15, 15}) {
            int links = wire.links.sendLinks().size();
            wire.pass(20 + wait - 1);
            assertThat(wire.links.sendLinks()).hasSize(links);
            wire.pass(1);
            assertThat(wire.links.sendLinks()).hasSize(links + 1);
        }
    }

    @Test
    void aPathThatIsLostFor3SecondsIsRestarted() {
        LossyWire wire = LossyWire.connected();

        wire.sender().becomes(LinkState.DISCONNECTED);
        wire.pass(2);
        assertThat(wire.sender().offers()).doesNotContain(OfferKind.RESTART);
        wire.pass(1);

        assertThat(wire.sender().offers()).contains(OfferKind.RESTART);
    }

    @Test
    void aPathThatRecoversWithin3SecondsIsNotRestarted() {
        LossyWire wire = LossyWire.connected();

        wire.sender().becomes(LinkState.DISCONNECTED);
        wire.pass(2);
        wire.sender().becomes(LinkState.CONNECTED);
        wire.pass(60);

        assertThat(wire.sender().offers()).doesNotContain(OfferKind.RESTART);
    }

    @Test
    void eventsOfAClosedLinkAreIgnored() {
        LossyWire wire = LossyWire.connected();
        var first = wire.sender();

        first.fails(ExchangeStage.TAKE_ANSWER);
        wire.pass(2);
        int states = wire.annEvents.states().size();
        first.becomes(LinkState.FAILED);
        wire.loop.settle();

        assertThat(wire.links.sendLinks()).hasSize(2);
        assertThat(wire.annEvents.states()).hasSize(states);
    }
}
