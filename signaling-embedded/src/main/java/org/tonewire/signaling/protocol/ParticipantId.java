package org.tonewire.signaling.protocol;

import java.util.Optional;
import java.util.regex.Pattern;

/// The address of a participant within its room. Assigned by the server, unique in the room, and
/// the same after a resumed connection; a server that restarts assigns another. Who a participant
/// is, its [Identity] says.
///
/// @param value 12 characters of `A-Z a-z 0-9 _ -` for native participants; other client families
///   choose their own, so 1 to 128 printable characters are accepted
public record ParticipantId(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,128}");

    public ParticipantId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "participant id must be 1 to 128 printable characters");
        }
    }

    /// The id; empty if the text is not a valid one.
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
