package org.tonewire.signaling.extend;

import com.google.gson.JsonObject;
import org.tonewire.signaling.protocol.ParticipantId;

/// Speaks for the sender of a message, in the room it came from. Every client hears it in its own
/// family's words. Any thread.
public interface Replies {
    void to(ParticipantId target, String type, JsonObject payload);

    void toOthers(String type, JsonObject payload);

    /// To the sender, too.
    void toAll(String type, JsonObject payload);
}
