package org.tonewire.app.ui.start;

import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// What the start screen is doing.
public sealed interface StartState {
    record Ready() implements StartState {}

    /// The room is being opened here.
    record Opening(String room) implements StartState {}

    /// @param waiting why it takes long, where it does
    record Joining(String room, Optional<Problem> waiting) implements StartState {}

    record Failed(Problem problem) implements StartState {}

    /// Whether something is under way that can be cancelled.
    default boolean busy() {
        return switch (this) {
            case Opening _, Joining _ -> true;
            case Ready _, Failed _ -> false;
        };
    }

    default Optional<Problem> trouble() {
        return switch (this) {
            case Failed(Problem problem) -> Optional.of(problem);
            case Joining(_, Optional<Problem> waiting) -> waiting;
            case Ready _, Opening _ -> Optional.empty();
        };
    }
}
