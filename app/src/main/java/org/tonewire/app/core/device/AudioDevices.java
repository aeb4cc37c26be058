package org.tonewire.app.core.device;

import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// The devices of this computer.
public interface AudioDevices {
    /// The devices present, the default first within its kind. Any thread; does not block for long.
    List<AudioDevice> list();

    /// Why there are no devices at all (no sound server), where that is so.
    Optional<Problem> unavailable();

    /// Calls back, from a thread of the adapter's, after devices came, went, or the default moved.
    ///
    /// @return ends the calls
    Runnable onChange(Runnable listener);
}
