package org.tonewire.app.ui.room;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.help.ScreenActions;
import org.tonewire.app.ui.record.RecordButton;
import org.tonewire.app.ui.side.SidePanel;

/// The top of the room: its name, connection state, invite, panels, and leave button.
final class RoomHeader extends HBox {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// From this width on, all texts fit in every language.
    private static final double ROOMY = 1_040;

    private final RoomViewModel model;
    private final Wording wording;

    RoomHeader(
            RoomViewModel model,
            CopyButton copyInvite,
            RecordButton record,
            SidePanel side,
            ScreenActions actions,
            Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().addAll("row", "room-header");
        widthProperty()
                .subscribe(width -> pseudoClassStateChanged(NARROW, width.doubleValue() < ROOMY));
        Buttons.explain(copyInvite, wording.text("invite.copy.tip"));
        getChildren()
                .addAll(
                        title(),
                        Layouts.filler(),
                        copyInvite,
                        invite(),
                        record,
                        divider(),
                        side.chatSwitch(),
                        side.statsSwitch(),
                        actions.helpButton(wording),
                        actions.settingsButton(wording),
                        divider(),
                        leave());
    }

    private Node title() {
        Label name = Layouts.label("room-name", model.roomName());
        Label status = Layouts.label("room-status", "");
        status.textProperty().bind(model.status().map(RoomStatus::words));
        model.status()
                .subscribe(
                        now -> status.getStyleClass().setAll("label", "room-status", now.tone()));
        VBox title = Layouts.column("room-title", name, status);
        title.setMinWidth(120);
        return title;
    }

    private Button invite() {
        return new InvitePopover(
                        model::inviteLink, model::roomCode, model::code, model.host(), wording)
                .button();
    }

    private Button leave() {
        String key = model.closesByLeaving() ? "room.close" : "room.leave";
        Button leave = Buttons.labelled(Icon.LEAVE, wording.text(key), model::leave);
        leave.getStyleClass().addAll("danger", "button-outlined");
        leave.setMinWidth(USE_PREF_SIZE);
        Buttons.explain(leave, wording.text("room.leave.tip"));
        leave.disableProperty().bind(model.leaving());
        return leave;
    }

    private static Node divider() {
        VBox divider = new VBox();
        divider.getStyleClass().add("divider");
        return divider;
    }
}
