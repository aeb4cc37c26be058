package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.LayoutBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the priority before each entry that journald takes from there and removes (sd-daemon(3)).
final class JournalLayout extends LayoutBase<ILoggingEvent> {
    /// Names device and inode of the stream to the journal; children of a service inherit it.
    private static final String VARIABLE = "JOURNAL_STREAM";

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final Layout<ILoggingEvent> entry;

    JournalLayout(Layout<ILoggingEvent> entry) {
        this.entry = entry;
    }

    /// The layout for standard error: with priorities if journald reads it.
    static Layout<ILoggingEvent> wherePresent(Layout<ILoggingEvent> entry) {
        return isStream(System.getenv(VARIABLE), STANDARD_ERROR) ? new JournalLayout(entry) : entry;
    }

    /// Whether the file is the stream that the variable names.
    static boolean isStream(@Nullable String variable, Path file) {
        if (variable == null) {
            return false;
        }
        try {
            Map<String, Object> found = Files.readAttributes(file, "unix:dev,ino");
            return variable.equals(found.get("dev") + ":" + found.get("ino"));
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        return "<" + priority(event.getLevel()) + ">" + entry.doLayout(event);
    }

    /// As in syslog(3).
    private static int priority(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> 3;
            case Level.WARN_INT -> 4;
            case Level.INFO_INT -> 6;
            default -> 7;
        };
    }
}
