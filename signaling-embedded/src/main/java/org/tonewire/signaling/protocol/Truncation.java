package org.tonewire.signaling.protocol;

import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shortens text to a limit. It cuts between what people see as characters (extended grapheme
/// clusters: a letter with its accents, a flag), and never between the two halves of a surrogate
/// pair, as `String.substring` does. Any thread.
public final class Truncation {
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private Truncation() {}

    /// The longest beginning of the text that has `max` code points at most.
    public static String toCodePoints(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : cut(text, max, _ -> 1);
    }

    /// The longest beginning of the text that takes `max` bytes of UTF-8 at most.
    public static String toUtf8Bytes(String text, int max) {
        return cut(text, max, Truncation::utf8Bytes);
    }

    /// The first character as people see it; empty where the text is.
    public static String toFirstCharacter(String text) {
        Matcher first = CHARACTER.matcher(text);
        return first.lookingAt() ? first.group() : "";
    }

    /// How many bytes of UTF-8 the text takes.
    public static int utf8Length(String text) {
        return text.codePoints().map(Truncation::utf8Bytes).sum();
    }

    private static String cut(String text, int max, IntUnaryOperator sizeOfCodePoint) {
        Matcher character = CHARACTER.matcher(text);
        int end = 0;
        int left = max;
        while (character.find()) {
            left -= character.group().codePoints().map(sizeOfCodePoint).sum();
            if (left < 0) {
                break;
            }
            end = character.end();
        }
        return end > 0 ? text.substring(0, end) : cutCodePoints(text, max, sizeOfCodePoint);
    }

    /// For a first character that is longer than all there is room for: accents without end.
    private static String cutCodePoints(String text, int max, IntUnaryOperator sizeOfCodePoint) {
        int end = 0;
        int left = max;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            left -= sizeOfCodePoint.applyAsInt(codePoint);
            if (left < 0) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end);
    }

    private static int utf8Bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x1_0000 ? 3 : 4;
    }
}
