package org.tonewire.app.ui.room;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Asks a host, in place, whether to close the room for all participants.
final class LeaveQuestion extends HBox {
    LeaveQuestion(RoomViewModel model, Wording wording) {
        getStyleClass().addAll("row", "notice", "question");
        Label words = Layouts.paragraph("notice-text", "");
        words.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        wording.text(
                                                "room.close.question",
                                                model.people().people().size()),
                                model.people().people()));
        Button close = new Button(wording.text("room.close.yes"));
        close.getStyleClass().add("danger");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(_ -> model.leaveNow());
        Button stay = new Button(wording.text("room.close.no"));
        stay.setMinWidth(USE_PREF_SIZE);
        stay.setOnAction(_ -> model.stay());
        stay.setCancelButton(true);
        getChildren().addAll(Icon.PROBLEM.node(), words, Layouts.filler(), close, stay);
        Layouts.onlyWhen(model.askingToClose(), this);
        model.askingToClose()
                .subscribe(asking -> {
                    if (asking) {
                        stay.requestFocus();
                    }
                });
    }
}
