package org.tonewire.signaling.server;

import com.google.gson.JsonObject;
import org.tonewire.signaling.cluster.ClusterStats;

/// The metrics and the health of a server in a cluster.
record ClusterMetrics(ClusterStats stats) {
    private static final long MAX_AGE_MILLIS = 5000;
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

    /// The answer of `/health`. A server whose Redis does not answer goes on with the rooms that it
    /// has, so this is no failure.
    String health() {
        long ageMillis = stats.sinceAnswer(System.nanoTime()).toMillis();
        JsonObject cluster = new JsonObject();
        cluster.addProperty("nodes", stats.nodes());
        cluster.addProperty("homes", stats.homes());
        cluster.addProperty("dropped", stats.droppedCount());
        cluster.addProperty("answer_age_ms", ageMillis);
        JsonObject json = new JsonObject();
        json.addProperty("status", ageMillis > MAX_AGE_MILLIS ? "degraded" : "healthy");
        json.add("cluster", cluster);
        return json.toString();
    }
}
