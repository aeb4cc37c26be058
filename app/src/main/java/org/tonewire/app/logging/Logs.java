package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.file.Path;
import java.util.List;
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
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root
                && root.getAppender(LogDefaults.STANDARD_ERROR)
                        instanceof ConsoleAppender<ILoggingEvent> appender) {
            appender.setEncoder(LogDefaults.encoder(root.getLoggerContext(), new JsonLayout()));
        }
    }
}
