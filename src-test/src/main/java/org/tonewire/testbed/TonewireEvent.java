package org.tonewire.testbed;

import com.google.gson.JsonObject;

/// One line of `--json`.
///
/// @param cameNanos when it was read, by `System.nanoTime`
public record TonewireEvent(String name, JsonObject fields, long cameNanos) {
    static TonewireEvent of(JsonObject line) {
        return new TonewireEvent(line.get("event").getAsString(), line, System.nanoTime());
    }

    public boolean is(String expected) {
        return name.equals(expected);
    }

    /// Whether it is one of those that come each second.
    public boolean isStatistics() {
        return is("stats") || is("sound-stats") || is("message-stats");
    }

    /// The field as text, or nothing if it is not there.
    public String text(String field) {
        return fields.has(field) ? fields.get(field).getAsString() : "";
    }

    /// The field as a number, or `NaN` if it is not there or has no value.
    public double number(String field) {
        return fields.has(field) && fields.get(field).isJsonPrimitive()
                ? fields.get(field).getAsDouble()
                : Double.NaN;
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
