package org.tonewire.app.logging;

import java.util.regex.Pattern;

/// Keeps a log entry on its line: texts from outside may contain what begins another one.
final class OneLine {
    /// The pattern of logback for the same.
    static final String LOGBACK_MESSAGE = "%replace(%message){'\\p{Cntrl}', ' '}";

    private static final Pattern BREAKING = Pattern.compile("[\\p{Cc}\\u2028\\u2029&&[^\\t]]");

    private OneLine() {}

    static String of(String message) {
        return BREAKING.matcher(message)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }
}
