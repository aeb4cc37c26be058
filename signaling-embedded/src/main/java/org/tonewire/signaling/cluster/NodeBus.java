package org.tonewire.signaling.cluster;

import java.util.function.Consumer;

/// Sends messages to other servers of the cluster, in order. Owned by the thread of the rooms, on
/// which answers arrive, too. Does not block.
public interface NodeBus {
    /// @param number of the message, the same if it is sent again: it takes effect once
    /// @param delivered receives whether that server took it: false if it is gone, too much waits,
    ///   or nobody knows
    void publish(NodeId to, long number, NodeMessage message, Consumer<Boolean> delivered);
}
