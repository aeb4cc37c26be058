package org.tonewire.app.ui.control;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.ui.model.Choice;

/// A combo box whose items can change at any time without firing a selection.
public final class PickBox<T> extends ComboBox<Choice<T>> {
    private boolean showing;

    public PickBox(String name) {
        setAccessibleText(name);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(60);
        setConverter(new Words<>());
    }

    /// Called when the user selects another item.
    public void onPick(Consumer<T> listener) {
        valueProperty()
                .addListener((_, _, now) -> {
                    if (!showing && now != null) {
                        listener.accept(now.value());
                    }
                });
    }

    public void show(List<Choice<T>> choices, T selected) {
        showing = true;
        try {
            if (!getItems().equals(choices)) {
                getItems().setAll(choices);
            }
            for (Choice<T> choice : choices) {
                if (choice.value().equals(selected)) {
                    setValue(choice);
                }
            }
        } finally {
            showing = false;
        }
    }

    private static final class Words<T> extends StringConverter<Choice<T>> {
        @Override
        public String toString(@Nullable Choice<T> choice) {
            return choice == null ? "" : choice.label();
        }

        @Override
        public Choice<T> fromString(String text) {
            throw new UnsupportedOperationException("the list is not typed into");
        }
    }
}
