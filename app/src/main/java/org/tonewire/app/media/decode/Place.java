package org.tonewire.app.media.decode;

import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.media.pace.Buffering;

/// Where sound is read from, and what its end or failure means there. Used by the decoding thread.
interface Place {
    /// Opens it, at its beginning.
    AvInput open(AvInterrupt interrupt) throws AvException;

    /// What a person would call it when it does not name itself.
    String label();

    Buffering buffering(MediaInfo info);

    /// Why it could not be opened at first.
    Problem unopened(AvException refused);

    /// How to go on after the input ended, or broke, or could not be opened again.
    Next after(RoundEnd end);

    /// How long a read may take.
    long readLimitNanos();
}
