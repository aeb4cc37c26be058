package org.tonewire.signaling.protocol;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a participant is called on the others' screens. Not an identity: two may have the same one.
///
/// @param value 1 to 64 printable characters, trimmed; line breaks, control characters and marks
///   that turn the direction of other people's text are not allowed.
public record ParticipantName(String value) {
    public static final int MAX_LENGTH = 64;

    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    public ParticipantName {
        value = value.strip();
        if (!isAllowed(value)) {
            throw new IllegalArgumentException("name must be 1 to 64 printable characters");
        }
    }

    /// The name, trimmed, or nothing where it is not allowed.
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
