package org.tonewire.app.core.device;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.problem.Problem;

/// The output device, which pulls a mixer. Where no device plays, something else pulls at the same
/// pace and plays nothing, so that meters and recordings go on. Any thread; no method waits for a
/// device.
public interface AudioOutput extends AutoCloseable {
    /// Begins to open or change the device and returns at once. The old device plays until the new
    /// one is open, and goes on if that one is refused. The newest choice wins.
    ///
    /// @param done called once, on a thread of the adapter: the problem, if the device could not be
    ///   opened; empty if it plays, or if a newer choice or [#close()] came first
    void use(OutputChoice choice, Consumer<Optional<Problem>> done);

    /// Called when the device is unplugged or fails, on a thread of the adapter.
    void onLost(Consumer<Problem> listener);

    /// The name of the device in use, as the system shows it; empty while there is none.
    String deviceName();

    /// Names the stream where the desktop's mixer shows it, if it does.
    default void call(String name) {}

    /// What is wrong while the device in use is open and takes no sound: its sound server, where it
    /// has one, or the device itself.
    Problem stalled();

    /// Nothing is pulled from here on. The device is given back in the background. Idempotent.
    @Override
    void close();
}
