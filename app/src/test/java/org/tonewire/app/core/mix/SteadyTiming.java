package org.tonewire.app.core.mix;

/// A device that asks for as much as a test wants, without a queue of its own.
record SteadyTiming(double safeMillis) implements OutputTiming {
    @Override
    public long latencyMicros() {
        return 0;
    }
}
