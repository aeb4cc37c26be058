package org.tonewire.app.core.room;

import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// How a source of one's own stands.
public sealed interface SourceStatus {
    /// Why nothing of it is heard, where something is wrong.
    default Optional<Problem> trouble() {
        return switch (this) {
            case Waiting(Problem problem) -> Optional.of(problem);
            case Failed(Problem problem) -> Optional.of(problem);
            case Opening _, Live _, Finished _ -> Optional.empty();
        };
    }

    /// A device is being opened, a header read.
    record Opening() implements SourceStatus {}

    record Live() implements SourceStatus {}

    /// Its device is away with the sound server, which is gone or does not answer: it goes on when
    /// that is back.
    record Waiting(Problem problem) implements SourceStatus {}

    /// Played to its end.
    record Finished() implements SourceStatus {}

    record Failed(Problem problem) implements SourceStatus {}
}
