package org.tonewire.app.core.room;

import java.util.Optional;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;

/// The state of the output.
///
/// @param deviceName the device in use; empty when there is none
/// @param problem why nothing is played; empty when all is well
/// @param meter the level of the played sum; sampled at any rate
public record OutputStatus(
        OutputChoice choice,
        String deviceName,
        double masterGainDb,
        Optional<Problem> problem,
        LevelMeter meter) {
    /// Whether the chosen output is in use.
    public boolean isOpen() {
        return problem.isEmpty() && (choice instanceof OutputChoice.None || !deviceName.isEmpty());
    }
}
