package org.tonewire.signaling.cluster;

import java.util.function.Consumer;

/// Sends messages to other servers of the cluster, in order. Owned by the thread of the rooms, on
/// which answers arrive, too. Does not block.
interface NodeBus {
    /// @param delivered receives whether that server took it: false if it is gone, the store does
    ///   not answer, or too much waits
    void publish(NodeId to, NodeMessage message, Consumer<Boolean> delivered);
}
