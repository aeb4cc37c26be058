package org.tonewire.app.ui.room;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Asks, in place, whether to leave for the room of an invite that was opened outside the window.
final class InviteQuestion {
    private InviteQuestion() {}

    static Node of(RoomViewModel model, Wording wording) {
        Button join =
                new Button(
                        wording.text(
                                model.closesByLeaving() ? "room.offer.close" : "room.offer.join"));
        join.setMinWidth(Region.USE_PREF_SIZE);
        join.setOnAction(_ -> model.acceptOffer());
        Button stay = new Button(wording.text("room.offer.stay"));
        stay.setMinWidth(Region.USE_PREF_SIZE);
        stay.setOnAction(_ -> model.declineOffer());
        return Layouts.notice(
                "question",
                Icon.ENTER,
                model.offer().map(offer -> offer.map(invite -> words(invite, wording))),
                join,
                stay);
    }

    private static String words(Invite invite, Wording wording) {
        return wording.text("room.offer.question", invite.room().value(), invite.authority());
    }
}
