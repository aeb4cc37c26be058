package org.tonewire.signaling.dialect;

import com.google.gson.JsonObject;
import java.util.List;
import org.tonewire.signaling.room.event.Family;

/// A family of clients. To add one: implement [AtPath] or [ByFirstFrame] and a [Conversation], or a
/// [JsonProtocol] for a [JsonConversation], and add it to the server's [Dialects].
public sealed interface Dialect {
    Family family();

    /// A socket was opened; each has a conversation of its own.
    Conversation begin(Handshake handshake);

    /// A family that the path tells.
    non-sealed interface AtPath extends Dialect {
        /// Whether sockets opened at this path (its decoded segments) speak it.
        boolean servesPath(List<String> path);
    }

    /// A family that is spoken at any path no other family owns. Until a socket has said something,
    /// it has a conversation in every such family.
    non-sealed interface ByFirstFrame extends Dialect {
        /// Whether someone who begins with these words speaks it.
        boolean matchesFirstFrame(JsonObject frame);
    }
}
