package org.tonewire.app.ui.participants;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.DetailsPopover;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.VerifyWords;

/// Shows the words by which people make sure who a participant is.
final class VerifyButton {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 230;

    private VerifyButton() {}

    static Button of(ParticipantModel model, Wording wording) {
        Button button =
                Buttons.icon(
                        Icon.VERIFY,
                        model.name().map(name -> wording.text("person.verify", name)),
                        () -> {});
        DetailsPopover.attach(button, () -> words(model, wording));
        return button;
    }

    private static Node words(ParticipantModel model, Wording wording) {
        String text = wording.text("person.verify.text", model.name().get());
        VBox content =
                Layouts.column(
                        "verify-popover",
                        VerifyWords.of(model.code()),
                        Layouts.paragraph("quiet", text));
        content.setPrefSize(WIDTH, HEIGHT);
        return content;
    }
}
