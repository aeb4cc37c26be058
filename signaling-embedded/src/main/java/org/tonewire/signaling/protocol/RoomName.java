package org.tonewire.signaling.protocol;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a room, as people and servers use it.
///
/// @param value 1 to 64 code points: letters of any script, digits, spaces, `.`, `_` or `-`, with
///   at least one letter or digit and no space at either end; normalized to Unicode form NFC, so
///   that a name has one spelling in bytes
public record RoomName(String value) {
    /// In code points.
    public static final int MAX_LENGTH = 64;

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} ._-]+");
    private static final Pattern HAS_LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{Nd}]");

    public RoomName {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
        if (!isAllowed(value)) {
            throw new IllegalArgumentException(
                    "room name must be 1 to 64 letters, digits, spaces or . _ -");
        }
    }

    /// The room name; empty if the text is not a valid one.
    public static Optional<RoomName> parse(String value) {
        return isAllowed(Normalizer.normalize(value, Normalizer.Form.NFC))
                ? Optional.of(new RoomName(value))
                : Optional.empty();
    }

    private static boolean isAllowed(String value) {
        return value.codePointCount(0, value.length()) <= MAX_LENGTH
                && ALLOWED.matcher(value).matches()
                && HAS_LETTER_OR_DIGIT.matcher(value).find()
                && value.strip().length() == value.length();
    }

    @Override
    public String toString() {
        return value;
    }
}
