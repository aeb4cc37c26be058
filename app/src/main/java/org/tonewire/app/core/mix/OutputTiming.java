package org.tonewire.app.core.mix;

/// The rhythm of what pulls the mixer. Asked by any thread; answers at once and without allocation.
public interface OutputTiming {
    /// What a track's queue must hold at the least to be safe from this rhythm.
    double safeMillis();

    /// What was rendered but not yet heard.
    long latencyMicros();
}
