package org.tonewire.app.media.pace;

import org.tonewire.app.core.problem.Problem;

/// What a [FrameSupply] answers when asked for a frame.
public sealed interface Supply {
    Supply FRAME = new Frame();
    Supply ENDED = new Ended();

    /// The frame was filled: with sound, or with silence while there is none.
    record Frame() implements Supply {}

    /// There was nothing left; the frame was not filled.
    record Ended() implements Supply {}

    /// It broke; the frame was not filled.
    record Failed(Problem problem) implements Supply {}
}
