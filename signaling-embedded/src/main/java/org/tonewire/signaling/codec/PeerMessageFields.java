package org.tonewire.signaling.codec;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.Seal;

/// The fields of a message between participants, which are the same from a client and to a client.
final class PeerMessageFields {
    private static final int MAX_SDP = JsonText.MAX_CHARACTERS;
    private static final int MAX_SEAL = 128;
    private static final int MAX_DIGEST = 64;
    private static final int MAX_CANDIDATE = 2048;
    private static final int MAX_MID = 64;
    private static final int MAX_LINE_INDEX = 1023;
    private static final Pattern REASON = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private PeerMessageFields() {}

    static Optional<PeerMessage> read(String type, Fields fields) throws FieldException {
        return switch (type) {
            case "offer" -> Optional.of(new PeerMessage.Offer(fields.lines("sdp", MAX_SDP)));
            case "answer" ->
                    Optional.of(
                            new PeerMessage.Answer(
                                    fields.lines("sdp", MAX_SDP),
                                    fields.has("offer")
                                            ? Optional.of(readOffer(fields))
                                            : Optional.empty()));
            case "candidate" -> Optional.of(readCandidate(fields));
            case "restart" -> Optional.of(new PeerMessage.Restart());
            case "refuse" ->
                    Optional.of(new PeerMessage.Refuse(readOffer(fields), readReason(fields)));
            default -> Optional.empty();
        };
    }

    static String type(PeerMessage message) {
        return switch (message) {
            case PeerMessage.Offer _ -> "offer";
            case PeerMessage.Answer _ -> "answer";
            case PeerMessage.Candidate _ -> "candidate";
            case PeerMessage.Restart() -> "restart";
            case PeerMessage.Refuse _ -> "refuse";
        };
    }

    /// Adds the fields of the message. The caller adds `type`, and `to` or `from`.
    static void write(PeerMessage message, JsonObject object) {
        switch (message) {
            case PeerMessage.Offer(String sdp) -> object.addProperty("sdp", sdp);
            case PeerMessage.Answer(String sdp, Optional<SdpDigest> offer) -> {
                object.addProperty("sdp", sdp);
                offer.ifPresent(digest -> object.addProperty("offer", digest.value()));
            }
            case PeerMessage.Candidate candidate -> {
                object.addProperty("sender", candidate.sender().wireName());
                object.addProperty("candidate", candidate.candidate());
                object.addProperty("sdpMid", candidate.sdpMid());
                object.addProperty("sdpMLineIndex", candidate.sdpMLineIndex());
            }
            case PeerMessage.Restart() -> {}
            case PeerMessage.Refuse(SdpDigest offer, String reason) -> {
                object.addProperty("offer", offer.value());
                object.addProperty("reason", reason);
            }
        }
    }

    private static PeerMessage readCandidate(Fields fields) throws FieldException {
        return new PeerMessage.Candidate(
                fields.constant("sender", LinkEnd.class),
                fields.line("candidate", MAX_CANDIDATE),
                fields.line("sdpMid", MAX_MID),
                fields.integer("sdpMLineIndex", 0, MAX_LINE_INDEX));
    }

    private static String readReason(Fields fields) throws FieldException {
        return fields.parsed(
                "reason",
                64,
                text -> Optional.of(text).filter(REASON.asMatchPredicate()),
                "lower-case words joined by -");
    }

    private static SdpDigest readOffer(Fields fields) throws FieldException {
        return fields.parsed("offer", MAX_DIGEST, SdpDigest::parse, "base64url of 32 bytes");
    }

    /// The seal beside the message; clients of other families have none.
    static Optional<Seal> readSeal(Fields fields) throws FieldException {
        return fields.has("seal")
                ? Optional.of(
                        fields.parsed(
                                "seal",
                                MAX_SEAL,
                                Seal::parse,
                                "a number, a dot and base64url of 64 bytes"))
                : Optional.empty();
    }

    static void write(Optional<Seal> seal, JsonObject object) {
        seal.ifPresent(present -> object.addProperty("seal", present.text()));
    }
}
