package org.tonewire.signaling.dialect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.dialect.Conversation.Step;
import org.tonewire.signaling.dialect.SessionDescription.Kind;
import org.tonewire.signaling.dialect.Signal.Original;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage;

/// Translates between native messages and the signals that other families understand. Remembers
/// which of the others offered last, because their candidates do not name the owner of the link.
/// One for each conversation, owned by its thread.
final class NativeSignals {
    private static final int MAX_REMEMBERED = 1024;

    private final Set<ParticipantId> offerers = new HashSet<>();

    /// The signal for a native message.
    static Signal signal(PeerMessage message, Optional<Seal> seal) {
        Original original = new Original.Native(message, seal);
        return switch (message) {
            case PeerMessage.Offer(String sdp) ->
                    new Signal.Description(SessionDescription.of(Kind.OFFER, sdp), original);
            case PeerMessage.Answer(String sdp, _) ->
                    new Signal.Description(SessionDescription.of(Kind.ANSWER, sdp), original);
            case PeerMessage.Candidate candidate -> new Signal.Candidate(json(candidate), original);
            case PeerMessage.Restart(), PeerMessage.Refuse _ -> new Signal.Other(original);
        };
    }

    /// The native message for a signal; empty if the native protocol has none. Families without
    /// identities cannot seal: a client that requires a seal rejects their messages.
    Optional<ServerMessage> message(ParticipantId from, Signal signal) {
        if (signal.original()
                instanceof Original.Native(PeerMessage message, Optional<Seal> seal)) {
            return Optional.of(new ServerMessage.FromPeer(from, message, seal));
        }
        return foreign(from, signal)
                .map(message -> new ServerMessage.FromPeer(from, message, Optional.empty()));
    }

    private Optional<PeerMessage> foreign(ParticipantId from, Signal signal) {
        return switch (signal) {
            case Signal.Description(SessionDescription session, _) ->
                    Optional.of(description(from, session));
            case Signal.Candidate(JsonElement candidate, _) ->
                    Optional.of(
                            candidate(
                                    offerers.contains(from) ? LinkEnd.OWNER : LinkEnd.RECEIVER,
                                    candidate));
            case Signal.Custom _, Signal.Other _ -> Optional.empty();
        };
    }

    /// Sends a message of a handler.
    static Step send(ParticipantId from, Signal.Custom custom) {
        JsonObject json = new JsonObject();
        json.addProperty("type", custom.type());
        custom.payload()
                .asMap()
                .forEach((field, value) -> {
                    if (!field.equals("type")) {
                        json.add(field, value);
                    }
                });
        json.addProperty("from", from.value());
        return new Step.Send(json.toString());
    }

    void forget(ParticipantId id) {
        offerers.remove(id);
    }

    private PeerMessage description(ParticipantId from, SessionDescription session) {
        return switch (session.kind()) {
            case OFFER -> {
                if (offerers.size() < MAX_REMEMBERED) {
                    offerers.add(from);
                }
                yield new PeerMessage.Offer(session.sdp());
            }
            case ANSWER -> {
                offerers.remove(from);
                yield new PeerMessage.Answer(session.sdp(), Optional.empty());
            }
        };
    }

    private static PeerMessage candidate(LinkEnd sender, JsonElement candidate) {
        JsonFrame fields =
                new JsonFrame(
                        candidate instanceof JsonObject object ? object : new JsonObject(), 0);
        return new PeerMessage.Candidate(
                sender,
                fields.text("candidate").orElse(""),
                fields.text("sdpMid").orElse("0"),
                fields.value("sdpMLineIndex").map(NativeSignals::lineIndex).orElse(0));
    }

    private static int lineIndex(JsonElement value) {
        String digits = value instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
    }

    private static JsonObject json(PeerMessage.Candidate candidate) {
        JsonObject json = new JsonObject();
        json.addProperty("candidate", candidate.candidate());
        json.addProperty("sdpMid", candidate.sdpMid());
        json.addProperty("sdpMLineIndex", candidate.sdpMLineIndex());
        return json;
    }
}
