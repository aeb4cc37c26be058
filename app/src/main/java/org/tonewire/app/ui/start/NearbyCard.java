package org.tonewire.app.ui.start;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.shell.NearbyRoom;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Rooms on the local network; selecting one asks for its code in place. Searches while it is
/// shown.
final class NearbyCard extends VBox {
    private final NearbyViewModel model;
    private final ObservableValue<Boolean> ready;
    private final Wording wording;
    private final Consumer<Invite> join;
    private final VBox rows = Layouts.column("recent-rows");

    NearbyCard(
            NearbyViewModel model,
            ObservableValue<Boolean> ready,
            Consumer<Invite> join,
            Wording wording) {
        this.model = model;
        this.ready = ready;
        this.join = join;
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "nearby");
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("start.nearby")),
                        Layouts.paragraph("quiet", wording.text("start.nearby.text")),
                        rows);
        Layouts.onlyWhen(model.rooms().map(rooms -> !rooms.isEmpty()), this);
        model.rooms().subscribe(_ -> show());
        model.chosen().subscribe(_ -> show());
        sceneProperty().map(Objects::nonNull).orElse(false).subscribe(this::seen);
    }

    private void seen(boolean now) {
        if (now) {
            model.watch();
        } else {
            model.stop();
        }
    }

    private void show() {
        List<Node> nodes =
                model.rooms().get().stream()
                        .map(room -> isChosen(room) ? asking(room) : row(room))
                        .toList();
        rows.getChildren().setAll(nodes);
    }

    private boolean isChosen(NearbyRoom room) {
        return model.chosen().get().equals(Optional.of(room));
    }

    private Node row(NearbyRoom room) {
        Button choose = new Button();
        choose.getStyleClass().addAll("flat", "recent-room");
        choose.setMaxWidth(Double.MAX_VALUE);
        Label name = Layouts.label("recent-name", room.room().value());
        Label address = Layouts.label("quiet", room.authority());
        choose.setGraphic(Layouts.row("recent-row", Icon.NETWORK.node(), name, address));
        choose.setAccessibleText(
                wording.text("start.nearby.choose", room.room().value(), room.authority()));
        choose.disableProperty().bind(ready.map(now -> !now));
        choose.setOnAction(_ -> model.choose(room));
        return choose;
    }

    private Node asking(NearbyRoom room) {
        Field code =
                new Field(
                        wording.text("start.nearby.code", room.room().value()),
                        wording.text("start.nearby.code.prompt"),
                        wording.text("start.nearby.code.wrong"),
                        model::fits);
        code.text().textProperty().bindBidirectional(model.code());
        code.text().setOnAction(_ -> join());
        HBox.setHgrow(code, Priority.ALWAYS);
        Button enter = Buttons.labelled(Icon.ENTER, wording.text("start.join"), this::join);
        enter.getStyleClass().add("accent");
        enter.setMinWidth(USE_PREF_SIZE);
        enter.disableProperty()
                .bind(model.invite().flatMap(known -> ready.map(now -> known.isEmpty() || !now)));
        Button close =
                Buttons.icon(Icon.REMOVE, wording.text("start.nearby.close"), model::chooseNone);
        HBox beside = Layouts.row("beside-field", enter, close);
        HBox row = new HBox(code, beside);
        row.getStyleClass().add("nearby-code");
        code.text().sceneProperty().subscribe(_ -> code.text().requestFocus());
        return row;
    }

    private void join() {
        model.invite().getValue().ifPresent(join);
    }
}
