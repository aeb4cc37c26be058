package org.tonewire.signaling.dialect;

import org.tonewire.signaling.room.ConnectionId;

/// A family of clients. To add one: implement this and [Conversation], and register it with the
/// server.
public interface Dialect {
    /// Whether sockets opened at this path (percent-decoded, without the query) speak it.
    boolean speaksAt(String path);

    /// A socket was opened.
    Conversation begin(ConnectionId connection);
}
