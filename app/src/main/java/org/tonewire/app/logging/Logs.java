package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/// Sets how much the log tells. Any thread.
public final class Logs {
    private Logs() {}

    /// @param level a Logback name: `DEBUG`, `INFO`, `WARN`, `ERROR`
    public static void level(String level) {
        if (LoggerFactory.getLogger("org.tonewire") instanceof Logger logger) {
            logger.setLevel(Level.toLevel(level, Level.WARN));
        }
    }
}
