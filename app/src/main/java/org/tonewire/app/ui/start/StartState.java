package org.tonewire.app.ui.start;

import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// The state of the start screen.
public sealed interface StartState {
    record Ready() implements StartState {}

    /// The room is being opened on this computer, and its host joins it.
    ///
    /// @param waiting why it takes long, if it does
    record Opening(Optional<Problem> waiting) implements StartState {}

    /// @param waiting why it takes long, if it does
    record Joining(Optional<Problem> waiting) implements StartState {}

    record Failed(Problem problem) implements StartState {}

    /// Whether an attempt is running that can be cancelled.
    default boolean busy() {
        return switch (this) {
            case Opening _, Joining _ -> true;
            case Ready _, Failed _ -> false;
        };
    }

    /// Why the last attempt failed.
    default Optional<Problem> failure() {
        return switch (this) {
            case Failed(Problem problem) -> Optional.of(problem);
            case Ready _, Opening _, Joining _ -> Optional.empty();
        };
    }

    /// Why the running attempt takes long.
    default Optional<Problem> waiting() {
        return switch (this) {
            case Opening(Optional<Problem> problem) -> problem;
            case Joining(Optional<Problem> problem) -> problem;
            case Ready _, Failed _ -> Optional.empty();
        };
    }
}
