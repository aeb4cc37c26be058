package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.util.Optional;

/// The log file, made at the first warning or error: a run without any leaves no file. Any thread;
/// logback serializes appends.
final class LateLogFile extends AppenderBase<ILoggingEvent> {
    private final Path folder;
    private Optional<Appender<ILoggingEvent>> file = Optional.empty();
    private boolean tried;

    LateLogFile(Path folder) {
        this.folder = folder;
    }

    /// The file, if it can be written.
    Optional<Path> path() {
        return opened().map(_ -> folder.resolve(LogFile.NAME));
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            opened().ifPresent(open -> open.doAppend(event));
        }
    }

    @Override
    public void stop() {
        super.stop();
        synchronized (folder) {
            file.ifPresent(Appender::stop);
        }
    }

    private Optional<Appender<ILoggingEvent>> opened() {
        synchronized (folder) {
            if (!tried) {
                tried = true;
                file = LogFile.open(getContext(), folder, LogFile.MAX_BYTES);
            }
            return file;
        }
    }
}
