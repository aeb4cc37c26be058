package org.tonewire.app.core.room;

import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// The state of a local source.
public sealed interface SourceStatus {
    /// Why the source sends nothing; empty when all is well.
    default Optional<Problem> trouble() {
        return switch (this) {
            case Waiting(Problem problem) -> Optional.of(problem);
            case Failed(Problem problem) -> Optional.of(problem);
            case Opening _, Live _, Finished _ -> Optional.empty();
        };
    }

    /// The device, file or address is being opened.
    record Opening() implements SourceStatus {}

    record Live() implements SourceStatus {}

    /// The device is gone with the sound server, and is opened again when the server is back; or it
    /// is open and gives nothing, and goes on by itself.
    record Waiting(Problem problem) implements SourceStatus {}

    /// Played to its end.
    record Finished() implements SourceStatus {}

    record Failed(Problem problem) implements SourceStatus {}
}
