package org.tonewire.app.core.source;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.tonewire.app.core.device.DeviceId;

/// Where a source's sound comes from.
public sealed interface SourceOrigin {
    /// Whether it has a beginning that a listener would miss.
    default boolean hasBeginning() {
        return switch (this) {
            case AudioFile _, Pipe _ -> true;
            case Microphone _, SystemAudio _, Address _, Tone _ -> false;
        };
    }

    /// A recording device; empty means the system's default, followed when it changes.
    record Microphone(Optional<DeviceId> device) implements SourceOrigin {}

    /// The sound that this computer plays; empty means the default output's.
    record SystemAudio(Optional<DeviceId> device) implements SourceOrigin {}

    /// A file of any kind FFmpeg reads.
    ///
    /// @param loop starts again at its end instead of ending
    record AudioFile(Path path, boolean loop) implements SourceOrigin {}

    /// A stream at an address (`http`, `https`).
    record Address(URI uri) implements SourceOrigin {}

    /// Raw signed 16-bit little-endian stereo at 48 kHz on standard input.
    record Pipe() implements SourceOrigin {}

    /// A sine of -18 dBFS.
    ///
    /// @param frequencyHz 20 to 20 000
    record Tone(double frequencyHz) implements SourceOrigin {}
}
