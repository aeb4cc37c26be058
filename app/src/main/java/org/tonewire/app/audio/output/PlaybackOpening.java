package org.tonewire.app.audio.output;

import org.tonewire.app.core.problem.Problem;

/// The result of opening an output device.
public sealed interface PlaybackOpening {
    record Opened(Playback playback) implements PlaybackOpening {}

    record Failed(Problem problem) implements PlaybackOpening {}
}
