package org.tonewire.app.ui.room;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Layouts;

/// The name or address in the invite: one of this computer's, or another by hand.
final class AddressBox extends VBox {
    private final HostViewModel host;
    private final Runnable onChanged;
    private final ComboBox<String> choice = new ComboBox<>();
    private final Label wrong;

    /// @param onChanged called when the invite carries another one
    AddressBox(HostViewModel host, Runnable onChanged, Wording wording) {
        this.host = host;
        this.onChanged = onChanged;
        getStyleClass().addAll("column", "field");
        choice.setEditable(true);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getItems().setAll(host.addresses());
        choice.setValue(host.address());
        Buttons.explain(choice, wording.text("invite.address.text"));
        choice.setAccessibleText(wording.text("invite.address"));
        Label label = Layouts.label("field-label", wording.text("invite.address"));
        label.setLabelFor(choice);
        wrong = Layouts.paragraph("field-error", wording.text("invite.address.wrong"));
        show(true);
        choice.setOnAction(_ -> choose());
        choice.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        choose();
                    }
                });
        getChildren().addAll(label, choice, wrong);
    }

    private void choose() {
        String before = host.address();
        boolean allowed = host.advertise(choice.getEditor().getText());
        show(allowed);
        if (allowed && !host.address().equals(before)) {
            onChanged.run();
        }
    }

    /// Its place is kept: the popover does not grow.
    private void show(boolean allowed) {
        wrong.setVisible(!allowed);
    }
}
