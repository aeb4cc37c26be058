package org.tonewire.app.ui.control;

import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A text field with its label above, and an error text below while its content is invalid.
public final class Field extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final TextField text;
    private final Label wrong;
    private final Predicate<String> allowed;

    private Field(TextField text, String name, String wrongWords, Predicate<String> allowed) {
        this.text = text;
        this.allowed = allowed;
        getStyleClass().addAll("column", "field");
        Label label = Layouts.label("field-label", name);
        label.setLabelFor(text);
        text.setAccessibleText(name);
        wrong = Layouts.paragraph("field-error", wrongWords);
        getChildren().addAll(label, text, wrong);
        text.textProperty().subscribe(this::check);
    }

    /// @param allowed the valid contents; an empty field is never invalid
    public Field(String name, String prompt, String wrongWords, Predicate<String> allowed) {
        this(new TextField(), name, wrongWords, allowed);
        text.setPromptText(prompt);
    }

    /// A field that accepts any text.
    public static Field of(TextField text, String name) {
        return new Field(text, name, "", _ -> true);
    }

    public TextField text() {
        return text;
    }

    /// Shows or clears an error that is determined elsewhere; an empty reason clears it.
    public void mark(String reason) {
        text.pseudoClassStateChanged(WRONG, !reason.isEmpty());
        text.setAccessibleHelp(reason);
    }

    private void check(String now) {
        boolean bad = !now.isBlank() && !allowed.test(now);
        mark(bad ? wrong.getText() : "");
        wrong.setVisible(bad);
        wrong.setManaged(bad);
    }
}
