package org.tonewire.signaling.server.log;

import org.tonewire.signaling.protocol.Truncation;

/// Text from outside as part of a log line: in quotes, short, and without characters that begin a
/// line or change the direction of text.
final class Quoted {
    private static final int MAX_LENGTH = 64;

    private Quoted() {}

    static String of(String text) {
        String shortened = Truncation.toCodePoints(text, MAX_LENGTH);
        StringBuilder quoted = new StringBuilder(shortened.length() + 2).append('"');
        shortened.codePoints().forEach(codePoint -> append(quoted, codePoint));
        return quoted.append(shortened.length() < text.length() ? "…\"" : "\"").toString();
    }

    private static void append(StringBuilder quoted, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    quoted.append("\\u").append("%04x".formatted(codePoint));
            default -> {
                if (codePoint == '"' || codePoint == '\\') {
                    quoted.append('\\');
                }
                quoted.appendCodePoint(codePoint);
            }
        }
    }
}
