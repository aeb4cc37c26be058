package org.tonewire.app.ui.room;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Asks, in place, whether to leave for the room of an invite that was opened elsewhere on this
/// computer.
final class InviteQuestion extends HBox {
    InviteQuestion(RoomViewModel model, Wording wording) {
        getStyleClass().addAll("row", "notice", "question");
        Label words = Layouts.paragraph("notice-text", "");
        words.textProperty()
                .bind(model.offer().map(offer -> offer.map(i -> words(i, wording)).orElse("")));
        Button join =
                new Button(
                        wording.text(model.hostedHere() ? "room.offer.close" : "room.offer.join"));
        join.setMinWidth(USE_PREF_SIZE);
        join.setOnAction(_ -> model.acceptOffer());
        Button stay = new Button(wording.text("room.offer.stay"));
        stay.setMinWidth(USE_PREF_SIZE);
        stay.setOnAction(_ -> model.declineOffer());
        getChildren().addAll(Icon.ENTER.node(), words, Layouts.filler(), join, stay);
        Layouts.onlyWhen(model.offer().map(Optional::isPresent), this);
    }

    private static String words(Invite invite, Wording wording) {
        return wording.text("room.offer.question", invite.room().value(), invite.authority());
    }
}
