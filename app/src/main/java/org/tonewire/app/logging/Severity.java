package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;

/// Level names as server logs use them: `WARNING` instead of `WARN`.
final class Severity {
    private Severity() {}

    static String of(Level level) {
        return level.equals(Level.WARN) ? "WARNING" : level.toString();
    }
}
