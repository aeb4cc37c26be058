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

    /// Adds the fields of the message. The caller adds `type`, and `to` or `from`.
    static void write(PeerMessage message, JsonObject object) {
        switch (message) {
            case PeerMessage.Offer(String sdp, String seal) -> description(sdp, seal, object);
            case PeerMessage.Answer(String sdp, String seal) -> description(sdp, seal, object);
            case PeerMessage.Candidate candidate -> {
                object.addProperty("owner", candidate.owner().value());
                object.addProperty("candidate", candidate.candidate());
                object.addProperty("sdpMid", candidate.sdpMid());
                object.addProperty("sdpMLineIndex", candidate.sdpMLineIndex());
            }
            case PeerMessage.Restart() -> {}
            case PeerMessage.Refuse(String reason) -> object.addProperty("reason", reason);
        }
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

    private static void description(String sdp, String seal, JsonObject object) {
        object.addProperty("sdp", sdp);
        object.addProperty("seal", seal);
    }
}
