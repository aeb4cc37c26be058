package org.tonewire.app.ui.control;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.ui.model.Choice;

/// A segmented control: a few choices side by side, one of them selected.
public final class Segments<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    public Segments(String name, List<Choice<T>> choices) {
        getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (Choice<T> choice : choices) {
            ToggleButton button = new ToggleButton(choice.label());
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(name + ": " + choice.label());
            button.getStyleClass().add(Styles.CENTER_PILL);
            buttons.put(choice.value(), button);
        }
        getChildren().addAll(buttons.values());
        rename(getChildren().getFirst().getStyleClass(), Styles.LEFT_PILL);
        rename(getChildren().getLast().getStyleClass(), Styles.RIGHT_PILL);
    }

    /// Binds the control to a model: shows its value, and reports changes by the user.
    public void connect(ObservableValue<T> shown, Consumer<T> want) {
        buttons.forEach((value, button) -> button.setOnAction(_ -> want(value, button, want)));
        shown.addListener((_, _, now) -> select(now));
        select(shown.getValue());
    }

    /// Sets the tooltip of a choice.
    public void explain(T value, String words) {
        @Nullable ToggleButton button = buttons.get(value);
        if (button != null) {
            Buttons.explain(button, words);
        }
    }

    private void want(T value, ToggleButton button, Consumer<T> want) {
        if (button.isSelected()) {
            want.accept(value);
        } else {
            button.setSelected(true);
        }
    }

    private void select(T now) {
        @Nullable ToggleButton button = buttons.get(now);
        if (button != null) {
            button.setSelected(true);
        }
    }

    private static void rename(List<String> classes, String end) {
        classes.remove(Styles.CENTER_PILL);
        classes.add(end);
    }
}
