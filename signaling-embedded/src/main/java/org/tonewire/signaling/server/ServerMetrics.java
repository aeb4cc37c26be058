package org.tonewire.signaling.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tonewire.signaling.cluster.ClusterStats;
import org.tonewire.signaling.room.event.Family;

/// The metrics of the server, for Prometheus. Thread-safe. Labels take few values, whatever clients
/// send.
final class ServerMetrics implements AutoCloseable {
    private static final double MILLIS_PER_SECOND = 1000;

    private record Message(Family family, String type) {}

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ConcurrentHashMap<Message, Counter> messages = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Counter> refusals = new ConcurrentHashMap<>();
    private final Timer relay =
            Timer.builder("tonewire.relay")
                    .description("From the arrival of a message to its way out to one receiver")
                    .serviceLevelObjectives(
                            Duration.ofNanos(250_000),
                            Duration.ofMillis(1),
                            Duration.ofMillis(5),
                            Duration.ofMillis(20),
                            Duration.ofMillis(100))
                    .register(registry);

    /// Registers a number that is read at each scrape.
    ///
    /// @param value called on an event loop; must not block
    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /// Registers the numbers of a cluster.
    void register(ClusterStats stats) {
        gauge("tonewire.cluster.nodes", "Servers of the cluster that live", stats::nodes);
        gauge("tonewire.cluster.homes", "Rooms whose home this server is", stats::homes);
        gauge("tonewire.cluster.sent", "Messages to other servers", stats::sentCount);
        gauge("tonewire.cluster.received", "Messages of other servers", stats::receivedCount);
        gauge(
                "tonewire.cluster.dropped",
                "Messages between servers that were dropped",
                stats::droppedCount);
        gauge(
                "tonewire.cluster.answer.age.seconds",
                "Time since Redis answered",
                () -> stats.sinceAnswer(System.nanoTime()).toMillis() / MILLIS_PER_SECOND);
    }

    /// A message of this type from a client of this family was understood.
    void countMessage(Family family, String type) {
        messages.computeIfAbsent(
                        new Message(family, type),
                        message ->
                                Counter.builder("tonewire.messages")
                                        .description("Messages that were understood")
                                        .tag("dialect", message.family().name())
                                        .tag("type", message.type())
                                        .register(registry))
                .increment();
    }

    /// A client, a message or a request was refused.
    ///
    /// @param reason one of a small set
    void countRefusal(String reason) {
        refusals.computeIfAbsent(
                        reason,
                        name ->
                                Counter.builder("tonewire.refusals")
                                        .description("What was turned away")
                                        .tag("reason", name)
                                        .register(registry))
                .increment();
    }

    /// A message was sent to one receiver.
    ///
    /// @param nanos since it arrived
    void recordRelay(long nanos) {
        relay.record(nanos, TimeUnit.NANOSECONDS);
    }

    /// All metrics in the text format of Prometheus.
    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }
}
