package org.tonewire.app.ui.control;

import atlantafx.base.controls.Popover;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// Details that a button opens below itself, and closes when it is pressed again or disappears.
public final class DetailsPopover {
    private DetailsPopover() {}

    /// @param details makes the content, each time it is opened
    public static void attach(Button button, Supplier<? extends Node> details) {
        Popover popover = new Popover();
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setHeaderAlwaysVisible(false);
        button.setOnAction(_ -> {
            if (popover.isShowing()) {
                popover.hide();
            } else {
                popover.setContentNode(details.get());
                popover.show(button);
            }
        });
    }
}
