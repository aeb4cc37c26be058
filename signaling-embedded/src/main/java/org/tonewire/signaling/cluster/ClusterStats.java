package org.tonewire.signaling.cluster;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Numbers about the cluster, for metrics. Thread-safe.
final class ClusterStats {
    final AtomicInteger nodes = new AtomicInteger();
    final AtomicInteger homes = new AtomicInteger();
    final AtomicLong sent = new AtomicLong();
    final AtomicLong received = new AtomicLong();
    final AtomicLong dropped = new AtomicLong();
    final AtomicLong answeredNanos = new AtomicLong(System.nanoTime());
}
