package org.tonewire.app.media.decode;

import java.util.Optional;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.media.pace.Buffering;
import org.tonewire.app.media.pace.FrameResult;

/// A file or address to decode, and what its end or failure means. Decoding thread.
interface MediaLocation {
    /// Opens it, at its beginning.
    AvInput open(AvInterrupt interrupt) throws AvException;

    /// The label for an input that carries no title.
    String label();

    Buffering buffering(MediaInfo info);

    /// The problem to report when the first attempt to open it fails.
    Problem unopened(AvException refused);

    /// How to go on after the input ended, or broke, or could not be opened again.
    Next after(RoundEnd end);

    /// How long a read may take.
    long readLimitNanos();

    /// How a round over an input ended.
    ///
    /// @param samples decoded in this round
    /// @param broken why it did not come to its own end
    /// @param silentNanos how long ago the last sound came
    record RoundEnd(MediaInfo info, long samples, Optional<AvException> broken, long silentNanos) {}

    /// What to do when an input is over.
    sealed interface Next {
        record Finish(FrameResult how) implements Next {}

        /// The same again, as the next round of a loop.
        record Repeat() implements Next {}

        /// Open it again, as more of the same.
        record Retry(long waitNanos) implements Next {}
    }
}
