package org.tonewire.app.audio;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.audio.output.PlaybackOpening;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.source.SourceOpening;

/// A sound system of this computer: its devices, capture and playback. Any thread. Closed after
/// every source and output that it opened.
interface AudioBackend extends AutoCloseable {
    AudioDevices devices();

    /// Blocks until the device is open or refused.
    ///
    /// @param kind a microphone or system audio
    /// @param device empty means the default
    SourceOpening openCapture(DeviceKind kind, Optional<DeviceId> device);

    /// Blocks until the device is open or refused.
    ///
    /// @param choice anything but nowhere
    /// @param onLost called at most once, on the device's thread, when the device is unplugged or
    ///   breaks
    PlaybackOpening openPlayback(OutputChoice choice, Consumer<Problem> onLost);

    @Override
    void close();
}
