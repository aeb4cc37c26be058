package org.tonewire.signaling.protocol;

import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shortens text to a limit. Cuts between extended grapheme clusters (what people see as one
/// character: a letter with its accents, a flag), never between the two halves of a surrogate pair.
/// Thread-safe.
public final class Truncation {
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private Truncation() {}

    /// The longest prefix of the text with at most `max` code points.
    public static String toCodePoints(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : cut(text, max, _ -> 1);
    }

    /// The longest prefix of the text that takes at most `max` bytes of UTF-8.
    public static String toUtf8Bytes(String text, int max) {
        return cut(text, max, Truncation::utf8Bytes);
    }

    /// The first grapheme cluster; empty if the text is empty.
    public static String toFirstCharacter(String text) {
        Matcher first = CHARACTER.matcher(text);
        return first.lookingAt() ? first.group() : "";
    }

    /// The length of the text in bytes of UTF-8.
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

    /// Used if the first grapheme cluster alone exceeds the limit, such as a letter with hundreds
    /// of accents.
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
