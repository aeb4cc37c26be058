package org.tonewire.app.core.mix;

/// The timing of a device without a queue, which pulls as the test says.
record SteadyTiming(double safeMillis) implements OutputTiming {
    @Override
    public long latencyMicros() {
        return 0;
    }
}
