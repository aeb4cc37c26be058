package org.tonewire.signaling.extend;

import com.google.gson.JsonObject;
import org.tonewire.signaling.protocol.ParticipantId;

/// Sends messages in the name of the sender of a message, in the same room. Each client receives
/// them in its own dialect. Thread-safe; does not block.
public interface Replies {
    /// To one participant.
    void to(ParticipantId target, String type, JsonObject payload);

    /// To all participants but the sender.
    void toOthers(String type, JsonObject payload);

    /// To all participants and the sender.
    void toAll(String type, JsonObject payload);
}
