package org.tonewire.signaling.dialect;

import com.google.gson.JsonObject;
import java.util.List;
import org.tonewire.signaling.room.event.Family;

/// The protocol of a family of clients. To add one, implement [AtPath] or [ByFirstFrame] and a
/// [Conversation], or a [JsonProtocol] for a [JsonConversation], and add it to the [Dialects] of
/// the server. Dialects are shared by all sockets and thread-safe.
public sealed interface Dialect {
    Family family();

    /// A new conversation for a WebSocket that was opened.
    Conversation begin(Handshake handshake);

    /// A family that is recognized by the path of the request.
    non-sealed interface AtPath extends Dialect {
        /// Whether WebSockets at this path belong to the family.
        ///
        /// @param path the percent-decoded segments
        boolean servesPath(List<String> path);
    }

    /// A family that is recognized by the first text frame, at any path that no other family owns.
    /// Until that frame arrives, the socket has a conversation in every such family.
    non-sealed interface ByFirstFrame extends Dialect {
        /// Whether a client that sends this first frame belongs to the family.
        boolean matchesFirstFrame(JsonObject frame);
    }
}
