package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
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
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            recent.setContext(root.getLoggerContext());
            recent.start();
            root.addAppender(recent);
        }
        return recent::lines;
    }

    /// Also logs to `tonewire.log` in this folder, which is created for its owner only. At its size
    /// limit, the file becomes `tonewire.1.log`, and so on up to 4.
    public static void toFile(Path folder) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            LogFile.add(root, folder, LogFile.MAX_BYTES);
        }
    }

    /// @param level a Logback level: `DEBUG`, `INFO`, `WARN`, `ERROR`
    public static void level(String level) {
        if (LoggerFactory.getLogger("org.tonewire") instanceof Logger logger) {
            logger.setLevel(Level.toLevel(level, Level.WARN));
        }
    }

    /// Switches the log to JSON, one object per line.
    public static void asJson() {
        standardError()
                .ifPresent(it ->
                        it.layOut(
                                LogDefaults.started(
                                        (LoggerContext) it.getContext(), new JsonLayout())));
    }

    /// Waits until what was logged is written to standard error, half a second at most.
    public static void flush() {
        standardError().ifPresent(StandardErrorLog::flush);
    }

    /// Absent where a configuration file takes precedence.
    private static Optional<StandardErrorLog> standardError() {
        return LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root
                        && root.getAppender(LogDefaults.STANDARD_ERROR)
                                instanceof StandardErrorLog log
                ? Optional.of(log)
                : Optional.empty();
    }
}
