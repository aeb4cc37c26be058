package org.tonewire.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;

/// Formats a log entry as one line in local time. Of an exception it says the kind, and the file
/// that holds the rest.
final class LineLayout extends LayoutBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /// What stands for an exception.
    private enum Exceptions {
        KIND,
        STACK_TRACE
    }

    private final Exceptions exceptions;
    private final Supplier<Optional<Path>> details;

    private LineLayout(Exceptions exceptions, Supplier<Optional<Path>> details) {
        this.exceptions = exceptions;
        this.details = details;
    }

    /// @param details the file with everything; asked only for an entry with an exception
    static LineLayout brief(Supplier<Optional<Path>> details) {
        return new LineLayout(Exceptions.KIND, details);
    }

    static LineLayout withStackTraces() {
        return new LineLayout(Exceptions.STACK_TRACE, Optional::empty);
    }

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
                        + OneLine.of(event.getFormattedMessage());
        IThrowableProxy thrown = event.getThrowableProxy();
        return thrown == null
                ? line + System.lineSeparator()
                : switch (exceptions) {
                    case KIND -> line + kind(thrown) + System.lineSeparator();
                    case STACK_TRACE ->
                            line + System.lineSeparator() + ThrowableProxyUtil.asString(thrown);
                };
    }

    private String kind(IThrowableProxy thrown) {
        String name = thrown.getClassName();
        String kind = name.substring(name.lastIndexOf('.') + 1);
        return details.get().map(file -> " (" + kind + "; " + file + ")").orElse(" (" + kind + ")");
    }
}
