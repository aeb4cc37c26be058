package org.tonewire.app.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Creates buttons with a uniform look and accessible texts.
public final class Buttons {
    private static final Duration TOOLTIP_AFTER = Duration.millis(400);

    private Buttons() {}

    /// A button with an icon and a text.
    public static Button labelled(Icon icon, String text, Runnable action) {
        Button button = new Button(text, icon.node());
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A button with an icon only; the text is its tooltip and accessible text.
    public static Button icon(Icon icon, String words, Runnable action) {
        Button button = new Button("", icon.node());
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(_ -> action.run());
        explain(button, words);
        return button;
    }

    /// A toggle button with an icon and a text.
    public static ToggleButton toggle(Icon icon, String text) {
        ToggleButton button = new ToggleButton(text, icon.node());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// As above, with a text that can change.
    public static Button icon(Icon icon, ObservableValue<String> words, Runnable action) {
        Button button = icon(icon, "", action);
        explain(button, words);
        return button;
    }

    /// Sets a tooltip that can change and is also the accessible text.
    public static void explain(Control control, ObservableValue<String> words) {
        tooltip(control, words.getValue()).textProperty().bind(words);
        if (isWordless(control)) {
            control.accessibleTextProperty().bind(words);
        }
    }

    /// Sets a tooltip that is also the accessible text.
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
