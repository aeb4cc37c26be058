package org.tonewire.app.ui.room;

import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Says that a server's certificate was accepted because nothing was known of it, and shows its
/// fingerprint for comparing.
final class FirstPinNotice extends HBox {
    private static final Pattern GROUP = Pattern.compile("(?<=\\G.{4})(?=.)");

    FirstPinNotice(HostViewModel host, Wording wording) {
        getStyleClass().addAll("row", "notice", "first-pin");
        setAlignment(Pos.TOP_LEFT);
        String server = host.server().orElse("");
        Label fingerprint = Layouts.paragraph("numbers", "");
        fingerprint
                .textProperty()
                .bind(host.firstPin().map(pin -> pin.map(FirstPinNotice::groups).orElse("")));
        VBox words =
                Layouts.column(
                        "first-pin-words",
                        Layouts.paragraph("notice-text", wording.text("room.pin", server)),
                        fingerprint);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Icon.VERIFY.node(),
                        words,
                        Buttons.icon(
                                Icon.REMOVE,
                                wording.text("problem.dismiss"),
                                host::dismissFirstPin));
        Layouts.onlyWhen(host.firstPin().map(Optional::isPresent), this);
    }

    /// As the server prints it, in groups of four.
    static String groups(CertificatePin pin) {
        return String.join(" ", GROUP.split(pin.text(), -1));
    }
}
