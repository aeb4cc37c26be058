package org.tonewire.app.media.decode;

import org.tonewire.app.media.pace.Supply;

/// What to do when an input is over.
sealed interface Next {
    record Finish(Supply how) implements Next {}

    /// The same again, as the next round of a loop.
    record Repeat() implements Next {}

    /// Open it again, as more of the same.
    record Retry(long waitNanos) implements Next {}
}
