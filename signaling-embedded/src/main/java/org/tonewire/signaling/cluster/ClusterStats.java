package org.tonewire.signaling.cluster;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Numbers about the cluster, for health and metrics. Thread-safe.
public final class ClusterStats {
    private final AtomicInteger nodes = new AtomicInteger();
    private final AtomicInteger homes = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong answeredNanos = new AtomicLong();

    /// @param nowNanos by the clock of the rooms
    public ClusterStats(long nowNanos) {
        answeredNanos.set(nowNanos);
    }

    void sent() {
        sent.incrementAndGet();
    }

    void received() {
        received.incrementAndGet();
    }

    /// A message was dropped.
    public void dropped() {
        dropped(1);
    }

    void dropped(int count) {
        dropped.addAndGet(count);
    }

    void answered(long nowNanos) {
        answeredNanos.set(nowNanos);
    }

    void see(int nodesNow, int homesNow) {
        nodes.set(nodesNow);
        homes.set(homesNow);
    }

    /// The servers that live, this one included; 0 until the store answered.
    public int nodes() {
        return nodes.get();
    }

    /// The rooms whose home this server is.
    public int homes() {
        return homes.get();
    }

    /// The messages to other servers.
    public long sentCount() {
        return sent.get();
    }

    /// The messages of other servers.
    public long receivedCount() {
        return received.get();
    }

    /// The messages that were dropped, to and from other servers.
    public long droppedCount() {
        return dropped.get();
    }

    /// How long ago the store answered.
    public Duration sinceAnswer(long nowNanos) {
        return Duration.ofNanos(Math.max(0, nowNanos - answeredNanos.get()));
    }
}
