package org.tonewire.signaling.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.ice.NamedIceServer;

/// What a server names beside a room keeps nobody out of it.
final class IceServerFieldsTest {
    private static final NamedIceServer STUN =
            new NamedIceServer(List.of("stun:a.example"), Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"turn:a.example\"",
                "[]",
                "[null,7,\"x\",[],{}]",
                "[{\"urls\":7},{\"urls\":[]},{\"urls\":[7,null,{}]}]"
            })
    void whatIsNoServerIsLeftOutAndTheClientIsInTheRoom(String json) {
        assertThat(joined(json).iceServers()).isEmpty();
    }

    @Test
    void aSingleAddressIsTakenAsBrowsersTakeIt() {
        assertThat(joined("[{\"urls\":\"stun:a.example\"},8]").iceServers()).containsExactly(STUN);
    }

    @Test
    void ofALoginBothPartsAreNeeded() {
        assertThat(joined("[{\"urls\":\"stun:a.example\",\"username\":\"ann\"}]").iceServers())
                .containsExactly(STUN);
        assertThat(
                        joined(
                                        "[{\"urls\":\"stun:a.example\",\"username\":\"ann\","
                                                + "\"credential\":7}]")
                                .iceServers())
                .containsExactly(STUN);
    }

    @Test
    void ofThousandsTheFirstAreTaken() {
        String many = "[" + "{\"urls\":\"stun:a.example\"},".repeat(1500) + "7]";
        assertThat(joined(many).iceServers())
                .hasSize(IceServerFields.MAX_SERVERS)
                .containsOnly(STUN);
        String urls = "[{\"urls\":[" + "\"stun:a.example\",".repeat(1500) + "7]}]";
        assertThat(joined(urls).iceServers().getFirst().urls()).hasSize(IceServerFields.MAX_URLS);
    }

    @Test
    void longTextsAreLeftOut() {
        String tooLong = "x".repeat(IceServerFields.MAX_LENGTH + 1);
        assertThat(joined("[{\"urls\":[\"" + tooLong + "\",\"stun:a.example\"]}]").iceServers())
                .containsExactly(STUN);
    }

    private static ServerMessage.Joined joined(String iceServers) {
        String text =
                """
                {"type":"joined","room":"studio","self":{"id":"a","name":"Ann"},"resumeSeconds":6,
                "resumed":false,"participants":[],"iceServers":%s}
                """
                        .formatted(iceServers);
        return switch (ServerMessageCodec.decode(text)) {
            case Decoded.Message<ServerMessage>(ServerMessage.Joined joined) -> joined;
            case Decoded<ServerMessage> other -> throw new AssertionError(other);
        };
    }
}
