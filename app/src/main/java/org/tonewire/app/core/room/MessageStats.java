package org.tonewire.app.core.room;

import org.tonewire.app.core.problem.Reason;

/// What was refused of what came in the names of other participants, since this session began.
///
/// @param wrongSeal messages that were changed on their way, or that somebody else sealed
/// @param withoutSeal messages without a seal
/// @param repeated messages that came before, and that somebody repeats
/// @param tooMuch what came beyond a limit
public record MessageStats(long wrongSeal, long withoutSeal, long repeated, long tooMuch) {
    public static final MessageStats NONE = new MessageStats(0, 0, 0, 0);

    /// With one problem more; the same if it is another one.
    public MessageStats plus(Reason reason) {
        boolean wrong = reason == Reason.DESCRIPTION_CHANGED || reason == Reason.SEAL_MISMATCH;
        return new MessageStats(
                wrongSeal + (wrong ? 1 : 0),
                withoutSeal + (reason == Reason.SEAL_MISSING ? 1 : 0),
                repeated + (reason == Reason.MESSAGE_REPEATED ? 1 : 0),
                tooMuch + (reason == Reason.TOO_MANY ? 1 : 0));
    }

    public long total() {
        return wrongSeal + withoutSeal + repeated + tooMuch;
    }
}
