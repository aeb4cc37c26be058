package org.tonewire.app.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.fake.FakeDescription;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;

/// What a receiving end does of offers that come again and again, in virtual time.
final class RepeatedOffersTest {
    private static final Duration TICK = Duration.ofMillis(25);
    private static final int TICKS_A_SECOND = 40;

    private final LossyWire wire = LossyWire.connected();

    @Test
    void aRepeatedOfferIsAnsweredOnceASecond() {
        bobFinds(8);
        var offer = wire.first(PeerMessage.Offer.class);
        int candidates = wire.fromBob(PeerMessage.Candidate.class).size();

        forSeconds(10, _ -> wire.deliver(offer));

        int repeated = wire.fromBob(PeerMessage.Answer.class).size() - 1;
        assertThat(repeated).isBetween(10, 11);
        assertThat(wire.fromBob(PeerMessage.Candidate.class)).hasSize(candidates + 8 * repeated);
        assertThat(wire.receiver().offers()).hasSize(1);
    }

    @Test
    void aRepeatedAnswerAndItsCandidatesKeepTheirSeals() {
        bobFinds(8);
        wire.deliver(wire.first(PeerMessage.Offer.class));
        wire.loop.settle();

        assertThat(wire.sealsFromBob(PeerMessage.Candidate.class)).hasSize(16);
        assertThat(Set.copyOf(wire.sealsFromBob(PeerMessage.Candidate.class))).hasSize(8);
        assertThat(Set.copyOf(wire.sealsFromBob(PeerMessage.Answer.class))).hasSize(1);
    }

    @Test
    void candidatesFromBeforeTheLastAnswerAreSealedAgainAndTaken() {
        wire.cut();
        bobFinds(1);
        wire.sendLink.tracksChanged();
        wire.mend();
        wire.pass(4);
        assertThat(wire.sender().candidates()).isEmpty();
        wire.deliver(wire.last(PeerMessage.Offer.class));
        wire.loop.settle();

        assertThat(wire.sender().candidates()).containsExactly("candidate:0");
    }

    @Test
    void offersOfEverNewConnectionsMakeALinkOnceASecondAndThenMoreSeldom() {
        wire.pass(60);
        int before = wire.links.receiveLinks().size();

        forSeconds(60, i -> wire.receiveLink.offered(offer(0xF000 + i), 1_000 + i));
        assertThat(wire.links.receiveLinks().size() - before).isBetween(7, 8);
        assertThat(wire.links.receiveLinks().stream().filter(link -> !link.isClosed())).hasSize(1);

        wire.pass(15);
        assertThat(wire.receiver().offers())
                .containsExactly(offer(0xF000 + 60 * TICKS_A_SECOND - 1).sdp());
    }

    @Test
    void twoConnectionsThatOfferInTurnMakeALinkNoMoreOften() {
        wire.pass(60);
        int before = wire.links.receiveLinks().size();

        forSeconds(60, i -> wire.receiveLink.offered(offer(0xF000 + i % 2, i), 1_000 + i));

        assertThat(wire.links.receiveLinks().size() - before).isBetween(1, 8);
    }

    @Test
    void aLinkGoesOnUntilTheNextOneMayBeMade() {
        FakeReceiveLink first = wire.receiver();
        wire.receiveLink.offered(offer(0xF000), 1_000);
        wire.receiveLink.candidate(candidate("candidate:next"), 1_001);
        wire.loop.settle();
        assertThat(first.isClosed()).isFalse();
        assertThat(wire.bobEvents.states()).endsWith(LinkState.CONNECTED);

        wire.pass(1);
        assertThat(first.isClosed()).isTrue();
        assertThat(first.candidates()).isEmpty();
        assertThat(wire.receiver().offers()).containsExactly(offer(0xF000).sdp());
        assertThat(wire.receiver().candidates()).containsExactly("candidate:next");
    }

    @Test
    void anOfferThatWaitsIsDroppedForANewerOneOfTheLinkThatWorks() {
        FakeReceiveLink first = wire.receiver();
        wire.receiveLink.offered(offer(0xF000), 1_000);
        PeerMessage.Offer newer = offer(wire.sender().number(), 2);
        wire.receiveLink.offered(newer, 1_001);
        wire.pass(60);

        assertThat(wire.links.receiveLinks()).containsExactly(first);
        assertThat(first.offers()).endsWith(newer.sdp());
    }

    @Test
    void anOfferThatFailsIsTriedOnceInThreeSecondsAndTheLinkGoesOn() {
        PeerMessage.Offer failing = offer(wire.sender().number(), 2);
        wire.receiveLink.offered(failing, 1_000);
        int before = wire.receiver().offers().size();

        forSeconds(
                12,
                _ -> {
                    wire.receiver().fails(ExchangeStage.TAKE_OFFER);
                    wire.loop.settle();
                    wire.receiveLink.offered(failing, 1_000);
                });

        assertThat(wire.receiver().offers().size() - before).isBetween(4, 5);
        assertThat(wire.links.receiveLinks()).hasSize(1);
        assertThat(wire.receiver().isClosed()).isFalse();
        assertThat(wire.bobEvents.states()).endsWith(LinkState.CONNECTED);
    }

    @Test
    void linksThatCannotBeOpenedAreTriedMoreAndMoreSeldom() {
        var offer = wire.first(PeerMessage.Offer.class);

        forSeconds(
                12,
                _ -> {
                    wire.receiver().fails(ExchangeStage.OPEN_LINK);
                    wire.loop.settle();
                    wire.deliver(offer);
                });

        assertThat(wire.links.receiveLinks()).hasSizeBetween(4, 6);
    }

    @Test
    void offersOfOneConnectionAreTakenFourTimesASecond() {
        int end = wire.sender().number();

        forSeconds(10, i -> wire.receiveLink.offered(offer(end, 2 + i), 1_000 + i));

        assertThat(wire.receiver().offers()).hasSizeBetween(41, 42);
        assertThat(wire.receiver().offers()).endsWith(offer(end, 1 + 10 * TICKS_A_SECOND).sdp());
        assertThat(wire.fromBob(PeerMessage.Answer.class)).hasSizeBetween(41, 42);
    }

    @Test
    void anotherOfferOfTheSameNumberIsNotTaken() {
        wire.receiveLink.offered(offer(wire.sender().number(), 2), 1_000);
        wire.receiveLink.offered(offer(wire.sender().number(), 3), 1_000);
        wire.loop.settle();

        assertThat(wire.receiver().offers()).hasSize(2);
        assertThat(wire.bobEvents.problems()).hasSize(1);
    }

    @Test
    void offersWithWrongSealsAreRefusedOnceInTenSeconds() {
        VirtualSession room = VirtualSession.with("bob");
        for (int i = 0; i < 400; i++) {
            PeerMessage.Offer forged = room.offer("mic");
            room.says("bob", forged, Optional.of(room.seal("eve", forged)));
            room.pass(Duration.ofMillis(50));
        }

        assertThat(room.channel.sentTo(VirtualSession.address("bob"), PeerMessage.Refuse.class))
                .hasSizeBetween(2, 3);
    }

    @Test
    void theServersReturnsRepeatAnAnswerOnceASecond() {
        wire.receiver().becomes(LinkState.DISCONNECTED);
        wire.loop.settle();
        wire.cut();

        forSeconds(10, _ -> wire.receiveLink.serverBack());

        assertThat(wire.fromBob(PeerMessage.Answer.class)).hasSizeBetween(11, 12);
        assertThat(wire.fromBob(PeerMessage.Restart.class)).hasSizeBetween(5, 6);
    }

    private void bobFinds(int candidates) {
        for (int i = 0; i < candidates; i++) {
            wire.receiver().finds("candidate:" + i);
        }
        wire.loop.settle();
    }

    private void forSeconds(int seconds, IntConsumer action) {
        for (int i = 0; i < seconds * TICKS_A_SECOND; i++) {
            action.accept(i);
            wire.loop.pass(TICK);
        }
    }

    private static PeerMessage.Candidate candidate(String text) {
        return new PeerMessage.Candidate(LinkEnd.OWNER, text, "0", 0);
    }

    private static PeerMessage.Offer offer(int end) {
        return offer(end, 1);
    }

    private static PeerMessage.Offer offer(int end, int number) {
        return new PeerMessage.Offer(
                new FakeDescription(end, number, 0, Optional.empty(), List.of()).sdp());
    }
}
