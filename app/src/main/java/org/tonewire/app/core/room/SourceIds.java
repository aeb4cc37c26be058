package org.tonewire.app.core.room;

import java.util.concurrent.atomic.AtomicInteger;
import org.tonewire.app.core.source.SourceId;

/// Makes source ids, never the same one twice. Any thread.
public final class SourceIds {
    private final AtomicInteger last = new AtomicInteger();

    public SourceId next() {
        return new SourceId("source-" + last.incrementAndGet());
    }
}
