package org.tonewire.app.audio.mix;

/// An opened output device. It is silent until it is started.
public interface Playback extends AutoCloseable {
    /// As the system shows it; follows a default that moves.
    String deviceName();

    /// What a queue must hold at the least to be safe from this device's rhythm.
    double safeMillis();

    /// What was rendered but not yet heard.
    long latencyMicros();

    /// Called once.
    void start(Renderer renderer);

    /// Stops rendering and waits for its end (2 s at most). Idempotent.
    @Override
    void close();
}
