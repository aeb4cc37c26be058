package org.tonewire.testbed;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Everything a process said on standard output, in order: filled by the thread that reads it,
/// looked through by the test's.
final class EventLog {
    private final List<TonewireEvent> events = new ArrayList<>();
    private final List<String> strayLines = new ArrayList<>();

    synchronized void add(String line) {
        try {
            if (JsonParser.parseString(line) instanceof JsonObject object && object.has("event")) {
                events.add(TonewireEvent.of(object));
                return;
            }
        } catch (JsonParseException e) {
            // Not an event: kept as it is, below.
        }
        strayLines.add(line);
    }

    synchronized int size() {
        return events.size();
    }

    synchronized Optional<TonewireEvent> first(int from, Predicate<TonewireEvent> predicate) {
        return events.subList(Math.min(from, events.size()), events.size()).stream()
                .filter(predicate)
                .findFirst();
    }

    synchronized List<TonewireEvent> all() {
        return List.copyOf(events);
    }

    /// All from a place on, as they are at one moment.
    synchronized List<TonewireEvent> since(int from) {
        return List.copyOf(events.subList(Math.min(from, events.size()), events.size()));
    }

    /// Lines that are no event. There must be none: programs read this output.
    synchronized List<String> strayLines() {
        return List.copyOf(strayLines);
    }
}
