package org.tonewire.signaling.codec;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tonewire.signaling.protocol.PeerMessage;

/// The fields of a message between participants, which are the same from a client and to a client.
final class PeerMessageFields {
    private static final int MAX_SDP = JsonText.MAX_CHARACTERS;
    private static final int MAX_SEAL = 512;
    private static final int MAX_CANDIDATE = 2048;
    private static final int MAX_MID = 64;
    private static final int MAX_LINE_INDEX = 1023;
    private static final Pattern REASON = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private PeerMessageFields() {}

    static Optional<PeerMessage> read(String type, Fields fields) throws FieldException {
        return switch (type) {
            case "offer" ->
                    Optional.of(
                            new PeerMessage.Offer(
                                    fields.text("sdp", MAX_SDP), fields.text("seal", MAX_SEAL)));
            case "answer" ->
                    Optional.of(
                            new PeerMessage.Answer(
                                    fields.text("sdp", MAX_SDP), fields.text("seal", MAX_SEAL)));
            case "candidate" -> Optional.of(readCandidate(fields));
            case "restart" -> Optional.of(new PeerMessage.Restart());
            case "refuse" -> Optional.of(new PeerMessage.Refuse(readReason(fields)));
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

    /// The object with its type. The caller adds `to` or `from`.
    static JsonObject write(PeerMessage message) {
        return switch (message) {
            case PeerMessage.Offer(String sdp, String seal) -> description("offer", sdp, seal);
            case PeerMessage.Answer(String sdp, String seal) -> description("answer", sdp, seal);
            case PeerMessage.Candidate candidate -> write(candidate);
            case PeerMessage.Restart() -> SharedFields.ofType("restart");
            case PeerMessage.Refuse(String reason) -> {
                JsonObject object = SharedFields.ofType("refuse");
                object.addProperty("reason", reason);
                yield object;
            }
        };
    }

    private static PeerMessage readCandidate(Fields fields) throws FieldException {
        return new PeerMessage.Candidate(
                SharedFields.id(fields, "owner"),
                fields.text("candidate", MAX_CANDIDATE),
                fields.text("sdpMid", MAX_MID),
                fields.integer("sdpMLineIndex", 0, MAX_LINE_INDEX));
    }

    private static String readReason(Fields fields) throws FieldException {
        return fields.parsed(
                "reason",
                64,
                text -> Optional.of(text).filter(REASON.asMatchPredicate()),
                "lower-case words joined by -");
    }

    private static JsonObject write(PeerMessage.Candidate candidate) {
        JsonObject object = SharedFields.ofType("candidate");
        object.addProperty("owner", candidate.owner().value());
        object.addProperty("candidate", candidate.candidate());
        object.addProperty("sdpMid", candidate.sdpMid());
        object.addProperty("sdpMLineIndex", candidate.sdpMLineIndex());
        return object;
    }

    private static JsonObject description(String type, String sdp, String seal) {
        JsonObject object = SharedFields.ofType(type);
        object.addProperty("sdp", sdp);
        object.addProperty("seal", seal);
        return object;
    }
}
