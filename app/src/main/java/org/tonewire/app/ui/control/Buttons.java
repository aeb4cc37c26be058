package org.tonewire.app.ui.control;

import javafx.beans.value.ObservableValue;
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

    /// The same with words that may change.
    public static Button icon(Icon icon, ObservableValue<String> words, Runnable action) {
        Button button = icon(icon, "", action);
        explain(button, words);
        return button;
    }

    /// Gives a control a tooltip that may change, which is also what a screen reader says of it.
    public static void explain(Control control, ObservableValue<String> words) {
        tooltip(control, words.getValue()).textProperty().bind(words);
        if (isWordless(control)) {
            control.accessibleTextProperty().bind(words);
        }
    }

    /// Gives a control a tooltip, which is also what a screen reader says of it.
    public static void explain(Control control, String words) {
        tooltip(control, words);
        if (isWordless(control)) {
            control.setAccessibleText(words);
        }
    }

    static Tooltip tooltip(Control control, String words) {
        Tooltip tooltip = new Tooltip(words);
        tooltip.setShowDelay(TOOLTIP_AFTER);
        control.setTooltip(tooltip);
        return tooltip;
    }

    private static boolean isWordless(Control control) {
        return !(control instanceof Labeled labeled) || labeled.getText().isBlank();
    }
}
