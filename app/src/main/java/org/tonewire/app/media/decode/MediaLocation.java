package org.tonewire.app.media.decode;

import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.media.pace.Buffering;
import org.tonewire.app.media.pace.FrameResult;

/// A file or address to decode, and how to go on after its end or failure. Decoding thread.
interface MediaLocation {
    /// Opens it, at its beginning.
    AvInput open(AvInterrupt interrupt) throws AvException;

    /// What it names in turn, in order, if it is a playlist. Opens it again, at its beginning.
    Optional<List<MediaLocation>> entries(AvInterrupt interrupt) throws AvException;

    /// Whether a sound of no length is one.
    boolean mayBeEmpty();

    /// Whether it starts over after its end.
    boolean repeats();

    /// The label of an input without a title.
    String label();

    Buffering buffering(MediaInfo info);

    /// The problem to report when the first attempt to open it fails.
    Problem unopened(AvException refused);

    /// How to go on after the input ended, failed, or could not be opened again.
    Next after(RoundEnd end);

    /// What is remembered of the rounds, so that nothing is played twice.
    RoundHistory history();

    /// How long a read may take.
    long readLimitNanos();

    /// How a round over an input ended.
    ///
    /// @param samples decoded in this round
    /// @param info of this round; of the last one that was opened if this was not
    /// @param broken the failure that ended it; empty at its regular end
    /// @param ending what the connection tells of it; the last round's, while `startsOver`
    /// @param startsOver whether it is the same again as the first round
    /// @param silentNanos the time since the last sound
    record RoundEnd(
            MediaInfo info,
            long samples,
            Optional<AvException> broken,
            AvInput.Ending ending,
            boolean startsOver,
            long silentNanos) {}

    /// What to do when an input is over.
    sealed interface Next {
        record Finish(FrameResult how) implements Next {}

        /// Open it again, as the next round of a loop.
        record Repeat() implements Next {}

        /// Open it again after a wait, as the continuation.
        record Retry(long waitNanos) implements Next {}
    }
}
