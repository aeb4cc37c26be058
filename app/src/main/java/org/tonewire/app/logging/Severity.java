package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// Writes a level by the name that readers of server logs look for: `WARNING` in place of `WARN`.
public final class Severity extends ClassicConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return of(event.getLevel());
    }

    static String of(Level level) {
        return level.equals(Level.WARN) ? "WARNING" : level.toString();
    }
}
