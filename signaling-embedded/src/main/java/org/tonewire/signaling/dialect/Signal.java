package org.tonewire.signaling.dialect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.RelayedMessage;

/// What participants say to each other, so that every family can say it in its own words.
public sealed interface Signal extends RelayedMessage {
    /// The message as its author's family has it, for others of that family.
    Original original();

    @Override
    default int characters() {
        return original().characters();
    }

    /// An offer or an answer.
    record Description(SessionDescription session, Original original) implements Signal {}

    /// @param candidate as it came: as a rule an object as browsers have it
    record Candidate(JsonElement candidate, Original original) implements Signal {}

    /// What a handler from outside says (see [Conversation.Step.Handle]), in every family's words.
    record Custom(String type, JsonObject payload, Original original) implements Signal {}

    /// Something that only its own family knows.
    record Other(Original original) implements Signal {}

    /// A message in its author's words.
    sealed interface Original {
        int characters();

        /// @param json the whole frame, or the part that is passed on
        record Json(Family family, JsonObject json, int characters) implements Original {
            public Json(Family family, JsonFrame frame) {
                this(family, frame.json(), frame.characters());
            }
        }

        record Native(PeerMessage message) implements Original {
            @Override
            public int characters() {
                return switch (message) {
                    case PeerMessage.Offer(String sdp, String seal) -> sdp.length() + seal.length();
                    case PeerMessage.Answer(String sdp, String seal) ->
                            sdp.length() + seal.length();
                    case PeerMessage.Candidate candidate ->
                            candidate.candidate().length() + candidate.sdpMid().length();
                    case PeerMessage.Restart() -> 0;
                    case PeerMessage.Refuse(String reason) -> reason.length();
                };
            }
        }
    }
}
