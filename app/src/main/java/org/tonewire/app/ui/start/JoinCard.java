package org.tonewire.app.ui.start;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Joins a room by its invite.
final class JoinCard extends VBox {
    JoinCard(StartViewModel model, ObservableValue<Boolean> ready, Wording wording) {
        getStyleClass().addAll("column", "card-surface", "start-card");
        Field invite =
                new Field(
                        wording.text("start.invite"),
                        wording.text("start.invite.prompt"),
                        text -> fault(text, wording));
        invite.text().textProperty().bindBidirectional(model.inviteText());
        invite.text().setOnAction(_ -> model.join());
        Label found = Layouts.paragraph("invite-found", "");
        found.setGraphic(Icon.COPIED.node());
        ObservableValue<Optional<Invite>> read = model.invite();
        found.textProperty()
                .bind(read.map(known -> known.map(i -> foundWords(i, wording)).orElse("")));
        Button join = Buttons.labelled(Icon.ENTER, wording.text("start.join"), model::join);
        join.getStyleClass().addAll("accent", "main-action", "join-action");
        join.setMaxWidth(Double.MAX_VALUE);
        Buttons.explain(join, wording.text("start.join.tip"));
        join.disableProperty().bind(model.canJoin().flatMap(can -> ready.map(now -> !can || !now)));
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("start.join.title")),
                        Layouts.paragraph("quiet", wording.text("start.join.text")),
                        invite,
                        Layouts.onlyWhen(read.map(Optional::isPresent), found),
                        Layouts.filler(),
                        slot(join, model, wording));
    }

    private static String fault(String text, Wording wording) {
        return InviteLink.parse(text).isPresent()
                ? ""
                : wording.problem(Problem.of(InviteLink.missing(text)));
    }

    private static Node slot(Button join, StartViewModel model, Wording wording) {
        Button cancel = new Button(wording.text("start.cancel"));
        cancel.setOnAction(_ -> model.cancel());
        return new ActionSlot(
                join,
                model.state().map(StartState.Joining.class::isInstance),
                wording.text("start.joining"),
                cancel);
    }

    private static String foundWords(Invite invite, Wording wording) {
        return wording.text("start.invite.found", invite.room().value(), invite.authority());
    }
}
