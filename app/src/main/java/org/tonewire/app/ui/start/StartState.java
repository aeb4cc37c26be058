package org.tonewire.app.ui.start;

import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// What the start screen is doing.
public sealed interface StartState {
    record Ready() implements StartState {}

    /// The room is being opened here and entered by its host.
    ///
    /// @param waiting why it takes long, where it does
    record Opening(Optional<Problem> waiting) implements StartState {}

    /// @param waiting why it takes long, where it does
    record Joining(Optional<Problem> waiting) implements StartState {}

    record Failed(Problem problem) implements StartState {}

    /// Whether something is under way that can be cancelled.
    default boolean busy() {
        return switch (this) {
            case Opening _, Joining _ -> true;
            case Ready _, Failed _ -> false;
        };
    }

    /// Why the last attempt ended.
    default Optional<Problem> failure() {
        return switch (this) {
            case Failed(Problem problem) -> Optional.of(problem);
            case Ready _, Opening _, Joining _ -> Optional.empty();
        };
    }

    /// Why the attempt that is under way takes long.
    default Optional<Problem> waiting() {
        return switch (this) {
            case Opening(Optional<Problem> problem) -> problem;
            case Joining(Optional<Problem> problem) -> problem;
            case Ready _, Failed _ -> Optional.empty();
        };
    }
}
