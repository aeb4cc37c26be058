package org.tonewire.app.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.fake.FakeDescription;
import org.tonewire.app.fake.FakeSendLink;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.SdpDigest;

/// Answers that no offer waits for, or that come from another receiver than the ones before.
final class UnawaitedAnswersTest {
    private static final int OTHER = 0xABCDE;

    private final LossyWire wire = LossyWire.connected();

    @Test
    void anAnswerThatNoOfferWaitsForChangesNothing() {
        wire.sendLink.answered(answer(wire.receiver().number()), 1_000);
        wire.receiver().finds("candidate:later");
        wire.loop.settle();

        assertThat(wire.sender().answers()).hasSize(1);
        assertThat(wire.sender().candidates()).containsExactly("candidate:later");
    }

    @Test
    void anAnswerOfAnotherReceiverDoesNotTouchALinkThatWorks() {
        wire.sendLink.answered(answer(OTHER), 1_000);
        wire.pass(30);
        assertThat(wire.sender().isClosed()).isFalse();
        wire.sendLink.tracksChanged();
        wire.pass(1);

        assertThat(wire.links.sendLinks()).hasSize(1);
        assertThat(wire.sendLink.isSettled()).isTrue();
    }

    @Test
    void anAnswerOfAnotherReceiverToALinkWithoutAPathBuildsItAgain() {
        FakeSendLink first = wire.sender();
        wire.cut();
        first.becomes(LinkState.DISCONNECTED);
        wire.pass(3);
        wire.sendLink.answered(answer(OTHER), 1_000);
        wire.mend();
        wire.pass(2);

        assertThat(first.isClosed()).isTrue();
        assertThat(first.answers()).hasSize(1);
        assertThat(wire.links.sendLinks()).hasSize(2);
        assertThat(wire.sender().answers()).hasSize(1);
    }

    @Test
    void messagesAboutAClosedLinkAreNotTaken() {
        PeerMessage.Answer late = answer(wire.receiver().number());
        SdpDigest offer = late.offer().orElseThrow();
        assertThat(wire.sendLink.isPresent(Optional.of(offer))).isTrue();
        wire.sender().fails(ExchangeStage.TAKE_ANSWER);
        wire.loop.settle();
        int offers = wire.fromAnn(PeerMessage.Offer.class).size();

        wire.sendLink.answered(late, 1_000);
        wire.sendLink.restartAsked(1_001);
        wire.annLosesTheServer();
        wire.annFindsTheServer();

        assertThat(wire.sendLink.isPresent(Optional.of(offer))).isFalse();
        assertThat(wire.fromAnn(PeerMessage.Offer.class)).hasSize(offers);
        assertThat(wire.fromAnn(PeerMessage.Candidate.class)).isEmpty();
        wire.pass(2);
        assertThat(wire.sender().answers()).as("answers to the next link").hasSize(1);
    }

    @Test
    void aClosedEndLeavesNoTimer() {
        wire.becomes(LinkState.FAILED);
        wire.sendLink.restartAsked(1_000);
        wire.sendLink.restartAsked(1_001);
        wire.deliver(wire.first(PeerMessage.Offer.class));
        wire.deliver(wire.first(PeerMessage.Offer.class));
        wire.sendLink.close();
        wire.receiveLink.close();

        assertThat(wire.loop.timers()).isZero();
    }

    /// An answer of this end to Ann's last offer.
    private PeerMessage.Answer answer(int end) {
        PeerMessage.Offer offer = wire.fromAnn(PeerMessage.Offer.class).getLast();
        FakeDescription offered = FakeDescription.read(offer.sdp());
        String sdp =
                new FakeDescription(
                                end,
                                99,
                                offered.path(),
                                Optional.of(
                                        new FakeDescription.Answered(
                                                offered.end(), offered.number())),
                                List.of())
                        .sdp();
        return new PeerMessage.Answer(sdp, Optional.of(SdpDigest.of(offer.sdp())));
    }
}
