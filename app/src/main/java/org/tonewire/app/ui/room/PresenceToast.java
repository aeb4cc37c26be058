package org.tonewire.app.ui.room;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.tonewire.app.ui.control.Icon;

/// Shows for some seconds who joined and who left. It takes neither focus nor clicks.
final class PresenceToast extends Label {
    private static final Duration SHOWN_FOR = Duration.seconds(6);

    private final PauseTransition hideTimer = new PauseTransition(SHOWN_FOR);

    PresenceToast(PresenceViewModel model) {
        getStyleClass().add("toast");
        setWrapText(true);
        setMouseTransparent(true);
        setMaxHeight(USE_PREF_SIZE);
        setGraphic(Icon.PEOPLE.node());
        setAccessibleRole(AccessibleRole.TEXT);
        hideTimer.setOnFinished(_ -> model.clear());
        model.lines().subscribe(this::show);
    }

    private void show(List<String> lines) {
        setText(String.join("\n", lines));
        setVisible(!lines.isEmpty());
        if (lines.isEmpty()) {
            hideTimer.stop();
        } else {
            hideTimer.playFromStart();
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }
}
