package org.tonewire.app.ui.control;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A text field with its label above, and an error text below while its content is invalid.
public final class Field extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final TextField text;
    private final Label wrong;
    private final UnaryOperator<String> fault;
    private String told = "";

    private Field(TextField text, String name, UnaryOperator<String> fault) {
        this.text = text;
        this.fault = fault;
        getStyleClass().addAll("column", "field");
        Label label = Layouts.label("field-label", name);
        label.setLabelFor(text);
        text.setAccessibleText(name);
        wrong = Layouts.paragraph("field-error", "");
        getChildren().addAll(label, text, wrong);
        text.textProperty().subscribe(this::check);
    }

    /// @param allowed the valid contents; an empty field is never invalid
    public Field(String name, String prompt, String wrongWords, Predicate<String> allowed) {
        this(name, prompt, now -> allowed.test(now) ? "" : wrongWords);
    }

    /// @param fault what is wrong with the content, in words; blank for nothing
    public Field(String name, String prompt, UnaryOperator<String> fault) {
        this(new TextField(), name, fault);
        text.setPromptText(prompt);
    }

    /// A field that accepts any text.
    public static Field of(TextField text, String name) {
        return new Field(text, name, _ -> "");
    }

    public TextField text() {
        return text;
    }

    /// Shows what is found out about the content elsewhere, in words; blank for nothing. What is
    /// wrong with the content itself is shown first.
    ///
    /// @param shown whether it can be seen; its space stays
    public Field follow(ObservableValue<String> elsewhere, ObservableValue<Boolean> shown) {
        elsewhere.subscribe(words -> {
            told = words;
            check(text.getText());
        });
        shown.subscribe(now -> wrong.setOpacity(now ? 1 : 0));
        return this;
    }

    /// Shows or clears an error that is determined elsewhere; an empty reason clears it.
    public void mark(String reason) {
        text.pseudoClassStateChanged(WRONG, !reason.isEmpty());
        text.setAccessibleHelp(reason);
    }

    private void check(String now) {
        String own = now.isBlank() ? "" : fault.apply(now);
        String words = own.isBlank() ? told : own;
        mark(words);
        wrong.setText(words);
        wrong.setVisible(!words.isBlank());
        wrong.setManaged(!words.isBlank());
    }
}
