package org.tonewire.signaling.cluster.redis;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Between the clock of the rooms and the calendar: what servers tell each other has times of the
/// calendar, as each server has a clock of its own. Thread-safe.
///
/// @param nanos the clock of the rooms
record WireClock(InstantSource calendar, LongSupplier nanos) {
    static WireClock system() {
        return new WireClock(InstantSource.system(), System::nanoTime);
    }

    long millisAt(long atNanos) {
        return calendar.instant().minusNanos(nanos.getAsLong() - atNanos).toEpochMilli();
    }

    long nanosAt(long millis) {
        long ago = calendar.instant().toEpochMilli() - Instant.ofEpochMilli(millis).toEpochMilli();
        return nanos.getAsLong() - ago * 1_000_000;
    }
}
