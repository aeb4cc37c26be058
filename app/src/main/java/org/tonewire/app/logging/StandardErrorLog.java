package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.filter.Filter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// Writes log entries on a thread of its own, `log-lines`, in order: a program that reads standard
/// error slowly, or not at all, holds up nobody who logs. How many entries were dropped is logged
/// before the next one. Any thread; only [#flush()] waits.
final class StandardErrorLog extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private static final Duration FLUSH_LIMIT = Duration.ofMillis(250);

    private final OutputStream out;
    private final EntryQueue entries = new EntryQueue();
    private volatile Layout<ILoggingEvent> layout;

    StandardErrorLog(Layout<ILoggingEvent> layout) {
        this(layout, new FileOutputStream(FileDescriptor.err));
    }

    /// @param out used by the writing thread alone; never closed
    StandardErrorLog(Layout<ILoggingEvent> layout, OutputStream out) {
        this.layout = layout;
        this.out = out;
    }

    @Override
    public void start() {
        super.start();
        Thread.ofPlatform().daemon().name("log-lines").start(entries::run);
    }

    /// What waits is still written.
    @Override
    public void stop() {
        super.stop();
        entries.end();
    }

    /// From here on, entries of this level and above are written.
    void show(Level least) {
        for (Filter<ILoggingEvent> filter : getCopyOfAttachedFiltersList()) {
            if (filter instanceof ShownEntries shown) {
                shown.from(least);
            }
        }
    }

    void layOut(Layout<ILoggingEvent> next) {
        layout = next;
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        entries.add(() -> write(event));
    }

    /// Waits until what was logged before is written, a quarter of a second at most.
    void flush() {
        entries.flush(FLUSH_LIMIT);
    }

    private void write(ILoggingEvent event) {
        try {
            Optional<ILoggingEvent> loss = entries.loss(getContext());
            if (loss.isPresent()) {
                out.write(bytes(loss.get()));
            }
            out.write(bytes(event));
            out.flush();
        } catch (IOException | RuntimeException e) {
            addError("an entry was not written", e);
        }
    }

    private byte[] bytes(ILoggingEvent event) {
        return layout.doLayout(event).getBytes(StandardCharsets.UTF_8);
    }
}
