package org.tonewire.app.core.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The bytes that a seal signs: UTF-8 of `tonewire seal v2`, the kind of message, the room, the
/// sender, the receiver, the number and every field of the message, joined by NUL. A description
/// stands for itself by its SHA-256. `docs/PROTOCOL.md` lists the fields of each kind.
final class SealedText {
    private static final String LABEL = "tonewire seal v2";
    private static final String SEPARATOR = "\0";

    private SealedText() {}

    static byte[] of(
            RoomName room, IdentityKey from, IdentityKey to, long number, PeerMessage message) {
        return switch (message) {
            case PeerMessage.Offer(String sdp) ->
                    text("offer", room, from, to, number, SdpDigest.of(sdp).value());
            case PeerMessage.Answer(String sdp, var offer) ->
                    text(
                            "answer",
                            room,
                            from,
                            to,
                            number,
                            SdpDigest.of(sdp).value(),
                            offer.map(SdpDigest::value).orElse(""));
            case PeerMessage.Candidate(var sender, String candidate, String mid, int index) ->
                    text(
                            "candidate",
                            room,
                            from,
                            to,
                            number,
                            sender.wireName(),
                            candidate,
                            mid,
                            Integer.toString(index));
            case PeerMessage.Restart() -> text("restart", room, from, to, number);
            case PeerMessage.Refuse(SdpDigest offer, String reason) ->
                    text("refuse", room, from, to, number, offer.value(), reason);
        };
    }

    static byte[] ofLeave(RoomName room, IdentityKey from, long number) {
        return join("leave", room.value(), from.base64Url(), "", Long.toString(number));
    }

    private static byte[] text(
            String kind,
            RoomName room,
            IdentityKey from,
            IdentityKey to,
            long number,
            String... fields) {
        List<String> parts = new ArrayList<>();
        parts.add(kind);
        parts.add(room.value());
        parts.add(from.base64Url());
        parts.add(to.base64Url());
        parts.add(Long.toString(number));
        parts.addAll(List.of(fields));
        return join(parts.toArray(String[]::new));
    }

    private static byte[] join(String... parts) {
        return (LABEL + SEPARATOR + String.join(SEPARATOR, parts)).getBytes(StandardCharsets.UTF_8);
    }
}
