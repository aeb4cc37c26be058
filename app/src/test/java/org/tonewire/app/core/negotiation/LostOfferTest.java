package org.tonewire.app.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.LinkState;

/// A link whose native part is asked for an offer and says nothing.
final class LostOfferTest {
    @Test
    void aLinkThatMakesNoOfferIsReplaced() {
        LossyWire wire = LossyWire.connected();
        wire.silent(true);
        wire.sendLink.tracksChanged();
        wire.pass(29);
        assertThat(wire.links.sendLinks()).hasSize(1);

        wire.silent(false);
        wire.pass(3);
        wire.becomes(LinkState.CONNECTED);

        assertThat(wire.links.sendLinks()).hasSize(2);
        assertThat(wire.links.sendLinks().getFirst().isClosed()).isTrue();
        assertThat(wire.sendLink.isSettled()).isTrue();
    }

    @Test
    void aLinkThatMadeItsOfferIsNotReplaced() {
        LossyWire wire = LossyWire.connected();
        wire.sendLink.tracksChanged();
        wire.pass(120);

        assertThat(wire.links.sendLinks()).hasSize(1);
        assertThat(wire.sender().isClosed()).isFalse();
    }
}
