package org.tonewire.app.ui.room;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.invite.ListenLink;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.QrCode;

/// The link by which browsers listen, as a QR code and to be copied, for each address of this
/// computer.
final class ListenBox extends VBox {
    private static final double HEIGHT = 440;

    private final Wording wording;
    private final ComboBox<String> choice = new ComboBox<>();
    private ListenLink link;

    /// @param addresses of this computer, the best first; empty if it is in no network
    ListenBox(ListenLink link, List<String> addresses, Wording wording) {
        this.link = link;
        this.wording = wording;
        getStyleClass().addAll("column", "invite-popover");
        setPrefHeight(HEIGHT);
        getChildren().addAll(code(), Layouts.paragraph("quiet", wording.text("listen.text")));
        if (addresses.isEmpty()) {
            getChildren().add(Layouts.paragraph("field-error", wording.text("listen.alone")));
        } else {
            addChoice(addresses);
        }
        getChildren().add(new CopyButton(wording.text("listen.copy"), this::text, wording));
    }

    private void addChoice(List<String> addresses) {
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getItems().setAll(addresses);
        choice.setValue(link.host());
        choice.setAccessibleText(wording.text("listen.address"));
        Label label = Layouts.label("field-label", wording.text("listen.address"));
        label.setLabelFor(choice);
        choice.setOnAction(_ -> choose());
        getChildren().addAll(label, choice);
    }

    private void choose() {
        link = link.at(choice.getValue());
        getChildren().set(0, code());
    }

    /// The link as it is shown.
    String text() {
        return link.text();
    }

    private QrCode code() {
        return new QrCode(link.text(), wording.text("listen.qr.name"));
    }
}
