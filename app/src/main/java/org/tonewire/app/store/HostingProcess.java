package org.tonewire.app.store;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tonewire.app.json.JsonFields;

/// A process that hosts a room. Its number alone does not tell it, as numbers are used again.
///
/// @param started empty where the system does not say
record HostingProcess(int pid, Optional<Instant> started) {
    /// The system computes the time of another process's start from the time of day, which may have
    /// been adjusted since.
    private static final Duration INEXACT = Duration.ofMinutes(1);

    static HostingProcess current() {
        return of(ProcessHandle.current());
    }

    private static HostingProcess of(ProcessHandle process) {
        return new HostingProcess(Math.toIntExact(process.pid()), process.info().startInstant());
    }

    static HostingProcess read(JsonFields json) {
        return new HostingProcess(
                json.integer("pid").orElse(0),
                json.parsed("started", when -> Optional.of(Instant.parse(when))));
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("pid", pid);
        started.ifPresent(when -> json.addProperty("started", when.toString()));
        return json;
    }

    boolean isRunning() {
        HostingProcess current = current();
        return pid == current.pid
                ? equals(current)
                : ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .map(HostingProcess::of)
                        .filter(this::startedWith)
                        .isPresent();
    }

    private boolean startedWith(HostingProcess other) {
        return started.isPresent() == other.started.isPresent()
                && started.flatMap(here ->
                                other.started.map(there ->
                                        Duration.between(here, there).abs().compareTo(INEXACT) < 0))
                        .orElse(true);
    }
}
