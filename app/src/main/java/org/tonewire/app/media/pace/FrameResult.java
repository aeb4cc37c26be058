package org.tonewire.app.media.pace;

import org.tonewire.app.core.problem.Problem;

/// The result of asking a [FrameSource] for its next frame.
public sealed interface FrameResult {
    FrameResult FRAME = new Frame();
    FrameResult ENDED = new Ended();

    /// The frame was filled: with sound, or with silence while there is none.
    record Frame() implements FrameResult {}

    /// The source has ended; the frame was not filled.
    record Ended() implements FrameResult {}

    /// The source failed; the frame was not filled.
    record Failed(Problem problem) implements FrameResult {}
}
