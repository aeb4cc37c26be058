package org.tonewire.testbed.meddling;

import com.google.gson.JsonObject;

/// A message from one member to another, as the receiver is to get it.
///
/// @param message of its own: it may be changed
public record Relayed(String from, String to, JsonObject message) {
    public String type() {
        return message.get("type").getAsString();
    }

    boolean is(String type, String sender, String receiver) {
        return type().equals(type) && from.equals(sender) && to.equals(receiver);
    }
}
