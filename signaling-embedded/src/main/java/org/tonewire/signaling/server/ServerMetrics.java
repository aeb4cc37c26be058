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
import org.tonewire.signaling.room.event.Family;

/// The metrics of the server, for Prometheus. Thread-safe. Labels take few values, whatever clients
/// send.
final class ServerMetrics implements AutoCloseable {
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
