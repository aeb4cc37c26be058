package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/// Which entries of the log reach standard error. A person at a terminal is told of problems in
/// words; of the log only defects of this program are shown, unless a level was asked for. What
/// libraries log is shown at `DEBUG` alone. Any thread.
final class ShownEntries extends Filter<ILoggingEvent> {
    /// A system property with the level, for tests and support.
    static final String PROPERTY = "tonewire.log";

    private static final String OWN = "org.tonewire";

    private volatile Level least = Level.toLevel(System.getProperty(PROPERTY), Level.ERROR);

    void from(Level level) {
        least = level;
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        Level now = least;
        boolean shown =
                event.getLevel().isGreaterOrEqual(now)
                        && (now == Level.DEBUG || event.getLoggerName().startsWith(OWN));
        return shown ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
