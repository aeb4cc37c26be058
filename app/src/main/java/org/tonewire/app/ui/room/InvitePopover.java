package org.tonewire.app.ui.room;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.invite.ListenLink;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.DetailsPopover;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.QrCode;
import org.tonewire.app.ui.control.VerifyWords;

/// Shows the invite as a QR code, and this participant's own verify code.
final class InvitePopover {
    private static final double WIDTH = 320;
    private static final double INVITE_HEIGHT = 305;
    private static final double CODE_HEIGHT = 110;
    private static final double WORDS_HEIGHT = 170;
    private static final double RENEW_HEIGHT = 46;
    private static final double ADDRESS_HEIGHT = 74;
    private static final double LISTEN_HEIGHT = 46;

    private final Supplier<String> link;
    private final Supplier<String> roomCode;
    private final Supplier<Optional<VerifyCode>> ownWords;
    private final Optional<HostViewModel> host;
    private final Wording wording;

    /// @param ownWords empty before this participant was in the room
    /// @param host renews the invite and chooses its address; empty where only others can
    InvitePopover(
            Supplier<String> link,
            Supplier<String> roomCode,
            Supplier<Optional<VerifyCode>> ownWords,
            Optional<HostViewModel> host,
            Wording wording) {
        this.link = link;
        this.roomCode = roomCode;
        this.ownWords = ownWords;
        this.host = host;
        this.wording = wording;
    }

    Button button() {
        Button button = Buttons.icon(Icon.QR_CODE, wording.text("invite.qr"), () -> {});
        DetailsPopover.attach(button, this::content);
        return button;
    }

    private Node content() {
        VBox content =
                Layouts.column(
                        "invite-popover",
                        code(),
                        Layouts.paragraph("quiet", wording.text("invite.qr.text")));
        content.setPrefSize(WIDTH, INVITE_HEIGHT);
        if (host.flatMap(HostViewModel::server).isEmpty()) {
            addRoomCode(content);
            host.ifPresent(here -> addAddress(content, here));
        }
        host.flatMap(HostViewModel::listenLink).ifPresent(link -> addListen(content, link));
        host.ifPresent(here -> addRenew(content, here::askToRenew));
        ownWords.get().ifPresent(code -> addWords(content, code));
        return content;
    }

    private QrCode code() {
        return new QrCode(link.get(), wording.text("invite.qr.name"));
    }

    /// For a room that is announced on the local network.
    private void addRoomCode(VBox content) {
        content.getChildren()
                .addAll(
                        new CopyButton(wording.text("invite.code.copy"), roomCode, wording),
                        Layouts.paragraph("quiet", wording.text("invite.code.text")));
        content.setPrefHeight(content.getPrefHeight() + CODE_HEIGHT);
    }

    private void addAddress(VBox content, HostViewModel here) {
        content.getChildren()
                .add(new AddressBox(here, () -> content.getChildren().set(0, code()), wording));
        content.setPrefHeight(content.getPrefHeight() + ADDRESS_HEIGHT);
    }

    /// Another code takes the place of this one.
    private void addListen(VBox content, ListenLink link) {
        List<String> addresses = host.map(HostViewModel::addresses).orElse(List.of());
        Button button =
                Buttons.labelled(
                        Icon.HEARD,
                        wording.text("listen.show"),
                        () -> {
                            ListenBox box = new ListenBox(link, addresses, wording);
                            content.setPrefHeight(box.getPrefHeight());
                            content.getChildren().setAll(box);
                        });
        content.getChildren().add(button);
        content.setPrefHeight(content.getPrefHeight() + LISTEN_HEIGHT);
    }

    private void addWords(VBox content, VerifyCode code) {
        content.getChildren()
                .addAll(
                        VerifyWords.of(code),
                        Layouts.paragraph("quiet", wording.text("invite.words.text")));
        content.setPrefHeight(content.getPrefHeight() + WORDS_HEIGHT);
    }

    /// The question is in the room's window.
    private void addRenew(VBox content, Runnable ask) {
        Button button =
                Buttons.labelled(
                        Icon.AGAIN,
                        wording.text("invite.renew"),
                        () -> {
                            content.getScene().getWindow().hide();
                            ask.run();
                        });
        content.getChildren().add(button);
        content.setPrefHeight(content.getPrefHeight() + RENEW_HEIGHT);
    }
}
