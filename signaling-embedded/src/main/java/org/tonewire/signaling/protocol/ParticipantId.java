package org.tonewire.signaling.protocol;

import java.util.Optional;
import java.util.regex.Pattern;

/// The id by which a room knows a participant. Given out by the server, unique within the room,
/// stable across a resumed connection.
///
/// @param value 1 to 64 characters of `A-Z a-z 0-9 . _ -` for native participants; older client
///   families choose their own ids, so any printable text of up to 128 characters is taken.
public record ParticipantId(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,128}");

    public ParticipantId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "participant id must be 1 to 128 printable characters");
        }
    }

    /// The id, or nothing where it is not allowed.
    public static Optional<ParticipantId> parse(String value) {
        return ALLOWED.matcher(value).matches()
                ? Optional.of(new ParticipantId(value))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
