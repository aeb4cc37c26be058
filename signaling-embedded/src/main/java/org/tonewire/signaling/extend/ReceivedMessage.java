package org.tonewire.signaling.extend;

import com.google.gson.JsonObject;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;

/// A message for a handler.
///
/// @param sender who the server knows it is from
public record ReceivedMessage(
        RoomName room, ParticipantId sender, String type, JsonObject payload, Replies replies) {}
