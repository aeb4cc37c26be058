package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Keeps the latest warnings and errors. Any thread; logback serializes appends.
final class RecentEntries extends AppenderBase<ILoggingEvent> {
    private static final int MAX_ENTRIES = 60;
    private static final int FRAMES = 6;

    private final Deque<List<String>> entries = new ArrayDeque<>();

    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getLevel().isGreaterOrEqual(Level.WARN)) {
            return;
        }
        synchronized (entries) {
            if (entries.size() == MAX_ENTRIES) {
                entries.removeFirst();
            }
            entries.addLast(lines(event));
        }
    }

    /// Oldest first.
    List<String> lines() {
        synchronized (entries) {
            return entries.stream().flatMap(List::stream).toList();
        }
    }

    private static List<String> lines(ILoggingEvent event) {
        List<String> lines = new ArrayList<>();
        String logger = event.getLoggerName();
        lines.add(
                "%s %s %s: %s"
                        .formatted(
                                event.getInstant(),
                                Severity.of(event.getLevel()),
                                logger.substring(logger.lastIndexOf('.') + 1),
                                OneLine.of(event.getFormattedMessage())));
        IThrowableProxy problem = event.getThrowableProxy();
        if (problem != null) {
            lines.add("  " + problem.getClassName() + ": " + problem.getMessage());
            StackTraceElementProxy[] frames = problem.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                lines.add("    " + frames[i]);
            }
        }
        return lines;
    }
}
