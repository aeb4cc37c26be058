package org.tonewire.signaling.server;

import org.tonewire.signaling.cluster.ClusterStats;

/// The metrics of a cluster.
record ClusterMetrics(ClusterStats stats) {
    private static final double MILLIS_PER_SECOND = 1000;

    void register(ServerMetrics metrics) {
        metrics.gauge("tonewire.cluster.nodes", "Servers of the cluster that live", stats::nodes);
        metrics.gauge("tonewire.cluster.homes", "Rooms whose home this server is", stats::homes);
        metrics.gauge("tonewire.cluster.sent", "Messages to other servers", stats::sentCount);
        metrics.gauge(
                "tonewire.cluster.received", "Messages of other servers", stats::receivedCount);
        metrics.gauge(
                "tonewire.cluster.dropped",
                "Messages between servers that were dropped",
                stats::droppedCount);
        metrics.gauge(
                "tonewire.cluster.answer.age.seconds",
                "Time since Redis answered",
                () -> stats.sinceAnswer(System.nanoTime()).toMillis() / MILLIS_PER_SECOND);
    }
}
