package org.tonewire.app.audio.output;

import org.tonewire.app.core.mix.OutputTiming;
import org.tonewire.app.core.mix.Renderer;

/// An opened output device. It is silent until it is started.
public interface Playback extends OutputTiming, AutoCloseable {
    /// As the system shows it; follows a default that moves.
    String deviceName();

    /// Called once.
    void start(Renderer renderer);

    /// Stops rendering and waits for its end (2 s at most). Idempotent.
    @Override
    void close();
}
