package org.tonewire.app.core.room;

import java.util.Optional;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;

/// Where received sound goes, as it is now.
///
/// @param deviceName the device in use; empty when there is none
/// @param problem why it is not heard, where that is so
/// @param meter what is heard, all together; sampled at any rate
public record OutputStatus(
        OutputChoice choice,
        String deviceName,
        double masterGainDb,
        Optional<Problem> problem,
        LevelMeter meter) {
    /// Whether what was chosen is in use.
    public boolean isOpen() {
        return problem.isEmpty()
                && (choice instanceof OutputChoice.Nowhere || !deviceName.isEmpty());
    }
}
