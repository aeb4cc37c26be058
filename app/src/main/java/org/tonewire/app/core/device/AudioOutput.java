package org.tonewire.app.core.device;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.problem.Problem;

/// The output device, with one stream for each track; the device mixes. Any thread; no method waits
/// for a device.
public interface AudioOutput extends AutoCloseable {
    /// Begins to open or change the device and returns at once. What played before goes on until the
    /// new device is there, and where it is refused. The newest choice wins.
    ///
    /// @param done told once, on a thread of the adapter's: the problem, if it did not work; empty
    ///   too where a newer choice or the end came first
    void use(OutputChoice choice, Consumer<Optional<Problem>> done);

    /// Opens a stream for one track. Works with no device too: frames go nowhere until there is one.
    TrackOutput openTrack();

    /// Told when the device is pulled or fails, from a thread of the adapter's.
    void onLost(Consumer<Problem> listener);

    /// Gain over everything. Takes effect at once, without a click.
    void setMasterGainDb(double gainDb);

    OutputHealth health();

    /// Nothing is heard from here on. The device is given back in the background. Idempotent.
    @Override
    void close();
}
