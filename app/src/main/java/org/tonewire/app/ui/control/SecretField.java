package org.tonewire.app.ui.control;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A text field whose content is hidden until the button beside it is pressed.
public final class SecretField extends HBox {
    private final Field hidden;
    private final Field readable;
    private final ToggleButton seen;

    /// @param show names the button
    public SecretField(String name, String prompt, String show) {
        getStyleClass().add("secret-field");
        hidden = Field.of(new PasswordField(), name);
        readable = Field.of(new TextField(), name);
        readable.text().textProperty().bindBidirectional(hidden.text().textProperty());
        hidden.text().setPromptText(prompt);
        readable.text().setPromptText(prompt);
        seen = Buttons.toggle(Icon.VISIBLE, "");
        seen.getStyleClass().addAll("button-icon", "flat");
        Buttons.explain(seen, show);
        HBox.setHgrow(hidden, Priority.ALWAYS);
        HBox.setHgrow(readable, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Layouts.onlyWhen(seen.selectedProperty().not(), hidden),
                        Layouts.onlyWhen(seen.selectedProperty(), readable),
                        Layouts.row("beside-field", seen));
    }

    public StringProperty text() {
        return hidden.text().textProperty();
    }

    public void focus() {
        Field shown = seen.isSelected() ? readable : hidden;
        shown.text().requestFocus();
    }

    /// Called when Enter is pressed in the field.
    public void onEnter(EventHandler<ActionEvent> action) {
        hidden.text().setOnAction(action);
        readable.text().setOnAction(action);
    }

    /// As [Field#follow].
    public SecretField follow(ObservableValue<String> elsewhere, ObservableValue<Boolean> shown) {
        hidden.follow(elsewhere, shown);
        readable.follow(elsewhere, shown);
        return this;
    }
}
