package org.tonewire.app.ui.room;

import atlantafx.base.controls.Popover;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.QrCode;

/// Shows the invite as a QR code while its button is selected.
final class InvitePopover {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 460;

    private final Supplier<String> link;
    private final Supplier<String> code;
    private final Wording wording;
    private final Popover popover = new Popover();

    InvitePopover(Supplier<String> link, Supplier<String> code, Wording wording) {
        this.link = link;
        this.code = code;
        this.wording = wording;
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setHeaderAlwaysVisible(false);
    }

    Button button() {
        Button button = Buttons.icon(Icon.QR_CODE, wording.text("invite.qr"), () -> {});
        button.setOnAction(_ -> toggle(button));
        return button;
    }

    private void toggle(Button button) {
        if (popover.isShowing()) {
            popover.hide();
            return;
        }
        VBox content =
                Layouts.column(
                        "invite-popover",
                        new QrCode(link.get(), wording.text("invite.qr.name")),
                        Layouts.paragraph("quiet", wording.text("invite.qr.text")),
                        new CopyButton(wording.text("invite.code.copy"), code, wording),
                        Layouts.paragraph("quiet", wording.text("invite.code.text")));
        content.setPrefSize(WIDTH, HEIGHT);
        popover.setContentNode(content);
        popover.show(button);
    }
}
