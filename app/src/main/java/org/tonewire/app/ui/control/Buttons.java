package org.tonewire.app.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Makes buttons that look and speak alike.
public final class Buttons {
    private static final Duration TOOLTIP_AFTER = Duration.millis(400);

    private Buttons() {}

    /// A picture and words.
    public static Button labelled(Icon icon, String text, Runnable action) {
        Button button = new Button(text, icon.node());
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A picture alone; the words are a tooltip and what a screen reader says.
    public static Button icon(Icon icon, String words, Runnable action) {
        Button button = new Button("", icon.node());
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(_ -> action.run());
        explain(button, words);
        return button;
    }

    /// A switch with a picture and words.
    public static ToggleButton toggle(Icon icon, String text) {
        ToggleButton button = new ToggleButton(text, icon.node());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// Gives a control a tooltip, which is also what a screen reader says of it.
    public static void explain(Control control, String words) {
        Tooltip tooltip = new Tooltip(words);
        tooltip.setShowDelay(TOOLTIP_AFTER);
        control.setTooltip(tooltip);
        if (!(control instanceof Labeled labeled) || labeled.getText().isBlank()) {
            control.setAccessibleText(words);
        }
    }
}
