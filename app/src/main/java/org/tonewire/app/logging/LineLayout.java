package org.tonewire.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Formats a log entry as one line in local time, followed by its stack trace.
final class LineLayout extends LayoutBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Override
    public String doLayout(ILoggingEvent event) {
        String logger = event.getLoggerName();
        String line =
                TIME.format(event.getInstant().atZone(ZoneId.systemDefault()))
                        + " ["
                        + Severity.of(event.getLevel())
                        + "] "
                        + logger.substring(logger.lastIndexOf('.') + 1)
                        + ": "
                        + OneLine.of(event.getFormattedMessage())
                        + System.lineSeparator();
        return event.getThrowableProxy() == null
                ? line
                : line + ThrowableProxyUtil.asString(event.getThrowableProxy());
    }
}
