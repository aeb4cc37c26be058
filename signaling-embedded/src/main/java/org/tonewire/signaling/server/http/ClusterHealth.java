package org.tonewire.signaling.server.http;

import com.google.gson.JsonObject;
import java.util.function.Supplier;
import org.tonewire.signaling.cluster.ClusterStats;

/// The answer of `/health` of a server in a cluster. One whose Redis does not answer goes on with
/// the rooms that it has, so that is no failure.
public record ClusterHealth(ClusterStats stats) implements Supplier<String> {
    private static final long MAX_AGE_MILLIS = 5000;

    @Override
    public String get() {
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
