package org.tonewire.signaling.cluster;

import org.tonewire.signaling.room.event.ConnectionId;

/// A server of the cluster, for one run: after a restart it has another number. Connection ids
/// contain it, so that they are unique over servers and restarts.
///
/// @param number from 1 to [#MAX]
public record NodeId(long number) {
    public static final long MAX = (1L << 28) - 1;

    private static final int CONNECTION_BITS = 35;

    public NodeId {
        if (number < 1 || number > MAX) {
            throw new IllegalArgumentException("the number of a node is from 1 to " + MAX);
        }
    }

    /// The node that a connection belongs to.
    public static NodeId of(ConnectionId connection) {
        return new NodeId(connection.value() >>> CONNECTION_BITS);
    }

    /// The id of a connection of this node.
    ///
    /// @param count how many there were before
    public ConnectionId connection(long count) {
        return new ConnectionId((number << CONNECTION_BITS) + count);
    }

    boolean has(ConnectionId connection) {
        return connection.value() >>> CONNECTION_BITS == number;
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
