package org.tonewire.app.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.signaling.codec.Decoded;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Whatever message a server relays, what its seal is checked over can be split into its fields
/// again: so no other message has the same. The text of a message is decoded as it comes.
final class SealedTextFuzzTest {
    private static final RoomName ROOM = new RoomName("studio");
    private static final IdentityKey FROM = IdentityKey.of(new byte[32]);
    private static final int COMMON = 6;

    @MethodSource("messages")
    @FuzzTest
    void whatIsSealedHasEveryFieldApart(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (ServerMessageCodec.decode(text)
                instanceof
                Decoded.Message<ServerMessage>(ServerMessage.FromPeer(_, PeerMessage message, _))) {
            byte[] sealed = SealedText.of(ROOM, FROM, FROM, 7, message);
            List<String> parts =
                    List.of(new String(sealed, StandardCharsets.UTF_8).split("\0", -1));

            assertThat(parts.subList(COMMON, parts.size())).isEqualTo(fields(message));
        }
    }

    private static List<String> fields(PeerMessage message) {
        return switch (message) {
            case PeerMessage.Offer(String sdp) -> List.of(SdpDigest.of(sdp).value());
            case PeerMessage.Answer(String sdp, var offer) ->
                    List.of(SdpDigest.of(sdp).value(), offer.map(SdpDigest::value).orElse(""));
            case PeerMessage.Candidate(var sender, String candidate, String mid, int index) ->
                    List.of(sender.wireName(), candidate, mid, Integer.toString(index));
            case PeerMessage.Restart() -> List.of();
            case PeerMessage.Refuse(SdpDigest offer, String reason) ->
                    List.of(offer.value(), reason);
        };
    }

    static Stream<byte[]> messages() {
        SdpDigest digest = SdpDigest.of("v=0");
        return Stream.of(
                        new PeerMessage.Offer("v=0\r\n"),
                        new PeerMessage.Answer("v=0", Optional.of(digest)),
                        new PeerMessage.Candidate(LinkEnd.OWNER, "candidate:1", "0", 1),
                        new PeerMessage.Restart(),
                        new PeerMessage.Refuse(digest, "seal-mismatch"))
                .map(SealedTextFuzzTest::text);
    }

    private static byte[] text(PeerMessage message) {
        return ServerMessageCodec.encode(
                        new ServerMessage.FromPeer(
                                new ParticipantId("bob"), message, Optional.empty()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
