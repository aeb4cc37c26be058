package org.tonewire.app.ui.source;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Asks for the address of a stream, in place.
final class AddressForm extends VBox {
    private final TextField address = new TextField();
    private final Label hint;
    private final SourcesViewModel model;

    AddressForm(SourcesViewModel model, Wording wording) {
        this.model = model;
        getStyleClass().addAll("column", "strip", "address-form");
        address.setPromptText(wording.text("source.address.prompt"));
        address.setAccessibleText(wording.text("source.address.name"));
        address.setOnAction(_ -> add());
        HBox.setHgrow(address, Priority.ALWAYS);
        hint = Layouts.paragraph("field-error", wording.text("source.address.wrong"));
        Button add = Buttons.labelled(Icon.ADD, wording.text("source.address.add"), this::add);
        Button close = Buttons.icon(Icon.REMOVE, wording.text("source.address.close"), this::close);
        getChildren()
                .addAll(
                        Layouts.label("field-label", wording.text("source.address.name")),
                        Layouts.row("field-row", address, add, close),
                        hint);
        address.textProperty().subscribe(_ -> showHint(false));
        close();
    }

    void open() {
        setVisible(true);
        setManaged(true);
        address.requestFocus();
    }

    private void add() {
        if (model.addAddress(address.getText())) {
            address.clear();
            close();
        } else {
            showHint(true);
        }
    }

    private void close() {
        setVisible(false);
        setManaged(false);
    }

    private void showHint(boolean wrong) {
        hint.setVisible(wrong);
        hint.setManaged(wrong);
    }
}
