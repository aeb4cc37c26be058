package org.tonewire.signaling.extend;

import com.google.gson.JsonObject;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;

/// A message that a handler receives.
///
/// @param sender the id that the server knows the sender by
/// @param payload not to be modified
public record ReceivedMessage(
        RoomName room, ParticipantId sender, String type, JsonObject payload, Replies replies) {}
