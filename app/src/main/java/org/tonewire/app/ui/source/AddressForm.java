package org.tonewire.app.ui.source;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.address.WebAddress;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Asks for the address of a stream, in place.
final class AddressForm extends VBox {
    private final TextField address = new TextField();
    private final Wording wording;
    private final Label hint;
    private final SourcesViewModel model;

    AddressForm(SourcesViewModel model, Wording wording) {
        this.model = model;
        getStyleClass().addAll("column", "strip", "address-form");
        address.setPromptText(wording.text("source.address.prompt"));
        address.setAccessibleText(wording.text("source.address.name"));
        address.setOnAction(_ -> add());
        HBox.setHgrow(address, Priority.ALWAYS);
        this.wording = wording;
        hint = Layouts.paragraph("field-error", "");
        Button add = Buttons.labelled(Icon.ADD, wording.text("source.address.add"), this::add);
        Button close = Buttons.icon(Icon.REMOVE, wording.text("source.address.close"), this::close);
        getChildren()
                .addAll(
                        Layouts.label("field-label", wording.text("source.address.name")),
                        Layouts.row("field-row", address, add, close),
                        hint);
        address.textProperty().subscribe(_ -> showHint(Optional.empty()));
        close();
    }

    void open() {
        setVisible(true);
        setManaged(true);
        address.requestFocus();
    }

    private void add() {
        Optional<WebAddress.Part> wrong = model.addAddress(address.getText());
        if (wrong.isEmpty()) {
            address.clear();
            close();
        }
        showHint(wrong);
    }

    private void close() {
        setVisible(false);
        setManaged(false);
    }

    private void showHint(Optional<WebAddress.Part> wrong) {
        wrong.ifPresent(part -> hint.setText(wording.text(key(part))));
        hint.setVisible(wrong.isPresent());
        hint.setManaged(wrong.isPresent());
    }

    private static String key(WebAddress.Part part) {
        return switch (part) {
            case SCHEME -> "source.address.wrong";
            case HOST -> "source.address.wrong-host";
            case PORT -> "source.address.wrong-port";
        };
    }
}
