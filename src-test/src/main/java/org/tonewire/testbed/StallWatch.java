package org.tonewire.testbed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Tells when the machine stood still: a virtual one is at times not given its processors for tens
/// of milliseconds, and then no program makes sound. A process bound to each processor, before
/// every other where that is allowed, looks at the clock all the time. Any thread may ask.
public final class StallWatch implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final String AHEAD_OF_ALL =
            "chrt --fifo 50 true 2>/dev/null && exec chrt --fifo 50 \"$@\"; exec \"$@\"";

    private final List<ChildProcess> watchers = new ArrayList<>();
    private final List<Stall> stalls = new CopyOnWriteArrayList<>();
    private final List<String> ready = new CopyOnWriteArrayList<>();

    private StallWatch() {}

    /// Returns when every processor is watched.
    public static StallWatch start() {
        var watch = new StallWatch();
        int processors = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < processors; i++) {
            watch.watch(i);
        }
        try {
            Await.until(
                    "watching every processor",
                    START_TIMEOUT,
                    () -> watch.ready.size() == processors,
                    watch::report);
            return watch;
        } catch (AssertionError e) {
            watch.close();
            throw e;
        }
    }

    private void watch(int processor) {
        var command =
                new ArrayList<>(
                        List.of(
                                "sh",
                                "-c",
                                AHEAD_OF_ALL,
                                "sh",
                                "taskset",
                                "--cpu-list",
                                Integer.toString(processor)));
        command.addAll(ChildProcess.java(List.of("-XX:+UseSerialGC", "-Xmx16m"), StallClock.class));
        watchers.add(
                ChildProcess.launchForLines(
                        "stall-watch-" + processor, Map.of(), command, this::heard));
    }

    private void heard(String line) {
        if (line.equals(StallClock.READY)) {
            ready.add(line);
        } else {
            stalls.add(Stall.parse(line));
        }
    }

    /// All stalls so far.
    public List<Stall> all() {
        return List.copyOf(stalls);
    }

    /// How long the processors stood still, each by itself and added up, since that reading of
    /// `System.nanoTime`.
    public double secondsSince(long fromNanos) {
        return between(fromNanos, System.nanoTime()).stream()
                .mapToDouble(stall -> stall.length().toNanos() / 1e9)
                .sum();
    }

    /// The stalls that ended between two readings of `System.nanoTime`, in no order.
    public List<Stall> between(long fromNanos, long toNanos) {
        return stalls.stream()
                .filter(stall ->
                        stall.endNanos() - fromNanos >= 0 && toNanos - stall.endNanos() >= 0)
                .toList();
    }

    List<Long> pids() {
        return watchers.stream().map(watcher -> watcher.process().pid()).toList();
    }

    private String report() {
        return String.join("\n", watchers.stream().map(ChildProcess::report).toList());
    }

    @Override
    public void close() {
        watchers.forEach(ChildProcess::close);
    }
}
