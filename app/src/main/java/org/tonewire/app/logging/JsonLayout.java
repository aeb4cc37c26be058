package org.tonewire.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.google.gson.JsonObject;
import java.util.List;
import org.slf4j.event.KeyValuePair;

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
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> add(line, pair));
        }
        if (event.getThrowableProxy() != null) {
            line.addProperty("problem", event.getThrowableProxy().getClassName());
        }
        return line + System.lineSeparator();
    }

    private static void add(JsonObject line, KeyValuePair pair) {
        if (pair.value instanceof Number number) {
            line.addProperty(pair.key, number);
        } else {
            line.addProperty(pair.key, String.valueOf(pair.value));
        }
    }
}
