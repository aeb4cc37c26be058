package org.tonewire.signaling.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.signaling.protocol.PeerMessage;

final class SignalTest {
    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", "音", "🎵"})
    void theLengthOfAMessageIsThatOfItsBytes(String character) {
        String text = character.repeat(1_000);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        var offer = new Signal.Original.Native(new PeerMessage.Offer(text), Optional.empty());

        assertThat(offer.bytes()).isBetween(bytes, bytes + 200);
    }
}
