package org.tonewire.app.core.device;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.problem.Problem;

/// The output device, with one stream for each track; the device mixes. Owned by the session
/// thread, but for [TrackOutput#accept(float[])] and [#health].
public interface AudioOutput extends AutoCloseable {
    /// Opens or changes the device; tracks move to it with their streams, within 300 ms. Blocks for
    /// that long at most. On failure what played before goes on.
    ///
    /// @return the problem, if it did not work
    Optional<Problem> use(OutputChoice choice);

    /// Opens a stream for one track. Works with no device too: then frames go nowhere.
    TrackOutput openTrack();

    /// Told when the device is pulled or fails, from a thread of the adapter's.
    void onLost(Consumer<Problem> listener);

    /// Gain over everything. Takes effect at once, without a click. Any thread.
    void setMasterGainDb(double gainDb);

    OutputHealth health();

    @Override
    void close();
}
