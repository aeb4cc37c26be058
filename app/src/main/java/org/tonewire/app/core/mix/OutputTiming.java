package org.tonewire.app.core.mix;

/// The timing of the device that pulls the mixer. Any thread; returns at once and without
/// allocation.
public interface OutputTiming {
    /// The least that a track's queue must hold so that this device's rhythm does not empty it.
    double safeMillis();

    /// Sound that was rendered and is not played yet.
    long latencyMicros();
}
