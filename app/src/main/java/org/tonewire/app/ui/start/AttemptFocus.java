package org.tonewire.app.ui.start;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/// Where the keyboard focus is while a room is being opened or joined, and after that. The pressed
/// button is disabled meanwhile, and JavaFX would move the focus from it to any control. So it is
/// on the cancel button, then in the field that a failure is about, or else where it was before.
/// Who moves it in between keeps it. FX thread.
final class AttemptFocus {
    private final Node screen;
    private final BooleanSupplier toProblem;
    private @Nullable Node before;

    /// @param screen has all controls
    /// @param toProblem focuses the field that the last failure is about; false if there is none
    private AttemptFocus(Node screen, BooleanSupplier toProblem) {
        this.screen = screen;
        this.toProblem = toProblem;
    }

    /// Controls that are bound to the state have changed when this is called: they listen for its
    /// invalidation.
    static void follow(StartViewModel model, Node screen, BooleanSupplier toProblem) {
        AttemptFocus focus = new AttemptFocus(screen, toProblem);
        model.state()
                .addListener((_, was, now) -> {
                    if (now.busy() && !was.busy()) {
                        focus.began();
                    } else if (was.busy() && !now.busy()) {
                        focus.ended();
                    }
                });
    }

    private void began() {
        before = owner();
        if (before != null && before.isDisabled()) {
            cancelButton().ifPresent(Node::requestFocus);
        }
    }

    private void ended() {
        @Nullable Node owner = owner();
        @Nullable Node back = before;
        before = null;
        boolean moved = owner != null && !owner.equals(back) && !isCancelButton(owner);
        if (!moved && !toProblem.getAsBoolean() && back != null) {
            back.requestFocus();
        }
    }

    private @Nullable Node owner() {
        @Nullable Scene scene = screen.getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    private Optional<Node> cancelButton() {
        return screen.lookupAll(".button").stream()
                .filter(AttemptFocus::isCancelButton)
                .filter(node -> node instanceof Button button && button.isCancelButton())
                .findFirst();
    }

    private static boolean isCancelButton(Node node) {
        return node.getStyleClass().contains(ActionSlot.CANCEL);
    }
}
