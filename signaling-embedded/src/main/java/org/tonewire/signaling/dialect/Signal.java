package org.tonewire.signaling.dialect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.RelayedMessage;

/// A message between participants in a form that every family can write.
public sealed interface Signal extends RelayedMessage {
    /// The message as the family of its sender wrote it, for receivers of the same family.
    Original original();

    @Override
    default int bytes() {
        return original().bytes();
    }

    @Override
    default boolean isAllowedToGuests() {
        return original() instanceof Original.Native(PeerMessage message, _)
                && message.isFromReceiver();
    }

    /// An offer or an answer.
    record Description(SessionDescription session, Original original) implements Signal {}

    /// An ICE candidate.
    ///
    /// @param candidate in the form in which it arrived, usually an `RTCIceCandidateInit`
    record Candidate(JsonElement candidate, Original original) implements Signal {}

    /// A message of a handler (see [Conversation.Step.Handle]), for all families.
    record Custom(String type, JsonObject payload, Original original) implements Signal {}

    /// A message that only the family of its sender knows.
    record Other(Original original) implements Signal {}

    /// A message as its sender wrote it.
    sealed interface Original {
        int bytes();

        /// @param json the whole frame, or the part that is relayed
        record Json(Family family, JsonObject json, int bytes) implements Original {
            public Json(Family family, JsonFrame frame) {
                this(family, frame.json(), frame.bytes());
            }
        }

        /// A message of the native protocol.
        record Native(PeerMessage message, Optional<Seal> seal) implements Original {
            private static final int SEAL_BYTES = 100;

            @Override
            public int bytes() {
                return SEAL_BYTES + ofMessage();
            }

            private int ofMessage() {
                return switch (message) {
                    case PeerMessage.Offer(String sdp) -> JsonFrame.bytes(sdp);
                    case PeerMessage.Answer(String sdp, _) -> JsonFrame.bytes(sdp);
                    case PeerMessage.Candidate candidate ->
                            JsonFrame.bytes(candidate.candidate())
                                    + JsonFrame.bytes(candidate.sdpMid());
                    case PeerMessage.Restart() -> 0;
                    case PeerMessage.Refuse(_, String reason) -> JsonFrame.bytes(reason);
                };
            }
        }
    }
}
