package org.tonewire.app.core.source;

import org.tonewire.app.core.problem.Problem;

/// Receives a source's end, once, from the source's thread.
public interface SourceListener {
    /// It played to its end.
    void ended();

    /// It failed: the device was unplugged, the file vanished, the stream was lost.
    void failed(Problem problem);
}
