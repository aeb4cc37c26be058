package org.tonewire.app.audio.output;

import org.tonewire.app.core.mix.OutputTiming;
import org.tonewire.app.core.mix.Renderer;
import org.tonewire.app.core.problem.Problem;

/// An opened output device. It is silent until it is started.
public interface Playback extends OutputTiming, AutoCloseable {
    /// The device's name as the system shows it; changes when a followed default moves.
    String deviceName();

    /// Names the stream where the desktop's mixer shows it, if it does. Any thread.
    default void call(String name) {}

    /// What is wrong while it is started and does not pull: its sound server, or the device.
    Problem stalled();

    /// Starts to pull the renderer. Called once.
    void start(Renderer renderer);

    /// Stops rendering and waits for its end (2 s at most). Idempotent.
    @Override
    void close();
}
