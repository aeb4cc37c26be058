package org.tonewire.signaling.cluster.redis;

import org.tonewire.signaling.cluster.NodeId;
import org.tonewire.signaling.protocol.RoomName;

/// The names of keys and channels. Nothing outside of the prefix is touched. The prefix is in
/// braces, so that a Redis Cluster has all keys at one place.
///
/// @param database channels do not belong to a database, so their names do
record RedisKeys(String prefix, int database) {
    String nodes() {
        return "{" + prefix + "}:nodes";
    }

    String id(String nodeId) {
        return "{" + prefix + "}:id:" + nodeId;
    }

    /// The names of rooms, by the time until which they are stored.
    String rooms() {
        return "{" + prefix + "}:rooms";
    }

    String room(RoomName room) {
        return everyRoom() + room.value();
    }

    /// How the keys of rooms begin.
    String everyRoom() {
        return "{" + prefix + "}:room:";
    }

    String channel(NodeId node) {
        return "{" + prefix + "}:" + database + ":node:" + node.number();
    }
}
