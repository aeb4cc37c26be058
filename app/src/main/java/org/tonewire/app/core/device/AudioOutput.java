package org.tonewire.app.core.device;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.problem.Problem;

/// The output device, which pulls a mixer. Where no device plays, something else pulls at the same
/// pace and plays nothing, so that meters and recordings go on. Any thread; no method waits for a
/// device.
public interface AudioOutput extends AutoCloseable {
    /// Begins to open or change the device and returns at once. What played before goes on until
    /// the new device is there, and where it is refused. The newest choice wins.
    ///
    /// @param done told once, on a thread of the adapter's: the problem, if it did not work; empty
    ///   too where a newer choice or the end came first
    void use(OutputChoice choice, Consumer<Optional<Problem>> done);

    /// Told when the device is pulled or fails, from a thread of the adapter's.
    void onLost(Consumer<Problem> listener);

    /// The device in use, as the system shows it; empty where there is none.
    String deviceName();

    /// What is wrong while the device in use is open and takes no sound: its sound server, where it
    /// has one, or the device itself.
    Problem stalled();

    /// Nothing is pulled from here on. The device is given back in the background. Idempotent.
    @Override
    void close();
}
