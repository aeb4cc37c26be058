package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// Configures the log. Any thread.
public final class Logs {
    /// Strong references, so that the levels are not lost.
    private static final List<java.util.logging.Logger> LIBRARIES =
            Stream.of("javafx", "org.glassfish").map(java.util.logging.Logger::getLogger).toList();

    private static final String FILE = "file";

    private Logs() {}

    /// Restricts libraries that log through the JDK to errors.
    public static void quietLibraries() {
        LIBRARIES.forEach(logger -> logger.setLevel(java.util.logging.Level.SEVERE));
    }

    /// Starts collecting the latest warnings and errors.
    ///
    /// @return reads them, one line each, oldest first
    public static Supplier<List<String>> recent() {
        RecentEntries recent = new RecentEntries();
        root().ifPresent(root -> {
            recent.setContext(root.getLoggerContext());
            recent.start();
            root.addAppender(recent);
        });
        return recent::lines;
    }

    /// Keeps warnings and errors in `tonewire.log` in this folder, which is made at the first of
    /// them. Standard error names the file where an entry there lacks its stack trace.
    public static void toFile(Path folder) {
        root().ifPresent(root -> {
            LateLogFile file = new LateLogFile(folder);
            file.setContext(root.getLoggerContext());
            file.setName(FILE);
            file.start();
            root.addAppender(file);
            layOut(LineLayout.brief(file::path));
        });
    }

    /// For a program without a person before it: standard error has everything from this level on,
    /// and there is no file.
    ///
    /// @param level a Logback level: `DEBUG`, `INFO`, `WARN`, `ERROR`
    public static void toStandardError(String level) {
        Level least = Level.toLevel(level, Level.WARN);
        if (LoggerFactory.getLogger("org.tonewire") instanceof Logger logger) {
            logger.setLevel(least);
        }
        standardError().ifPresent(log -> log.show(least));
        root().ifPresent(root -> root.detachAppender(FILE));
        layOut(
                least == Level.DEBUG
                        ? LineLayout.withStackTraces()
                        : LineLayout.brief(Optional::empty));
    }

    /// Switches the log to JSON, one object per line.
    public static void asJson() {
        layOut(new JsonLayout());
    }

    private static void layOut(LayoutBase<ILoggingEvent> layout) {
        standardError()
                .ifPresent(it -> {
                    LoggerContext context = (LoggerContext) it.getContext();
                    it.layOut(JournalLayout.wherePresent(LogDefaults.started(context, layout)));
                });
    }

    /// Waits until what was logged is written to the file and to standard error, three quarters of
    /// a second at most.
    public static void flush() {
        root().map(root -> root.getAppender(FILE))
                .filter(LateLogFile.class::isInstance)
                .map(LateLogFile.class::cast)
                .ifPresent(LateLogFile::flush);
        standardError().ifPresent(StandardErrorLog::flush);
    }

    /// Absent where a configuration file takes precedence.
    private static Optional<StandardErrorLog> standardError() {
        return root().map(root -> root.getAppender(LogDefaults.STANDARD_ERROR))
                .filter(StandardErrorLog.class::isInstance)
                .map(StandardErrorLog.class::cast);
    }

    private static Optional<Logger> root() {
        return LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root
                ? Optional.of(root)
                : Optional.empty();
    }
}
