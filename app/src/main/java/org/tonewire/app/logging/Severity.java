package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;

/// Names a level as readers of server logs look for it: `WARNING` in place of `WARN`.
final class Severity {
    private Severity() {}

    static String of(Level level) {
        return level.equals(Level.WARN) ? "WARNING" : level.toString();
    }
}
