package org.tonewire.signaling.protocol;

import java.util.Optional;
import java.util.regex.Pattern;

/// The display name of a participant. It identifies nobody: two participants may have the same
/// name.
///
/// @param value 1 to 64 printable code points, trimmed; no line breaks, control characters or marks
///   that change the direction of text
public record ParticipantName(String value) {
    /// In code points.
    public static final int MAX_LENGTH = 64;

    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    public ParticipantName {
        value = value.strip();
        if (!isAllowed(value)) {
            throw new IllegalArgumentException("name must be 1 to 64 printable characters");
        }
    }

    /// The trimmed name; empty if it is not a valid one.
    public static Optional<ParticipantName> parse(String value) {
        return isAllowed(value.strip())
                ? Optional.of(new ParticipantName(value))
                : Optional.empty();
    }

    private static boolean isAllowed(String value) {
        int length = value.codePointCount(0, value.length());
        return length >= 1 && length <= MAX_LENGTH && !FORBIDDEN.matcher(value).find();
    }

    @Override
    public String toString() {
        return value;
    }
}
