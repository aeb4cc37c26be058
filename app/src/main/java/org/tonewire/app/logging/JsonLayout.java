package org.tonewire.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.google.gson.JsonObject;

/// Formats log entries as JSON objects, one per line.
final class JsonLayout extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
        JsonObject line = new JsonObject();
        line.addProperty("event", "log");
        line.addProperty("time", event.getInstant().toString());
        line.addProperty("level", Severity.of(event.getLevel()));
        line.addProperty("logger", event.getLoggerName());
        line.addProperty("message", event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            line.addProperty("problem", event.getThrowableProxy().getClassName());
        }
        return line + System.lineSeparator();
    }
}
