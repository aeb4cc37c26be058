package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAware;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.LifeCycle;
import java.util.Optional;

/// Default log configuration: defects to standard error ([ShownEntries]). It is Java, not XML,
/// because parsing XML takes a tenth of the window's start time. Logback finds it through
/// `META-INF/services`; a file named by `logback.configurationFile` takes precedence.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogDefaults extends ContextAwareBase implements Configurator {
    static final String STANDARD_ERROR = "standard-error";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        StandardErrorLog appender =
                new StandardErrorLog(started(context, LineLayout.brief(Optional::empty)));
        appender.setContext(context);
        appender.setName(STANDARD_ERROR);
        appender.addFilter(started(context, new ShownEntries()));
        appender.start();
        context.getLogger("ROOT").setLevel(Level.WARN);
        context.getLogger("ROOT").addAppender(appender);
        context.getLogger("org.tonewire").setLevel(Level.WARN);
        context.getLogger("javax.jmdns").setLevel(Level.ERROR);
        context.getLogger("org.freedesktop.dbus").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static <T extends ContextAware & LifeCycle> T started(LoggerContext context, T part) {
        part.setContext(context);
        part.start();
        return part;
    }
}
