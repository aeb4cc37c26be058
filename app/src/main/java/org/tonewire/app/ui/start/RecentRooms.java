package org.tonewire.app.ui.start;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.shell.KnownRoom;
import org.tonewire.app.shell.KnownRooms;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Known rooms, favourites first; pressing one rejoins it. Secrets are not shown.
final class RecentRooms extends VBox {
    private final StartViewModel model;
    private final ObservableValue<Boolean> ready;
    private final Wording wording;
    private final VBox rows = Layouts.column("recent-rows");
    private final Button forgetAll;
    private boolean confirming;

    RecentRooms(StartViewModel model, ObservableValue<Boolean> ready, Wording wording) {
        this.model = model;
        this.ready = ready;
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "recent");
        Label title = Layouts.label("card-title", wording.text("start.recent"));
        forgetAll = new Button();
        forgetAll.getStyleClass().addAll("flat", "forget-all");
        forgetAll.setMinWidth(USE_PREF_SIZE);
        forgetAll.setOnAction(_ -> forgetAll());
        forgetAll.focusedProperty().subscribe(focused -> setConfirming(focused && confirming));
        getChildren()
                .addAll(Layouts.row("recent-header", title, Layouts.filler(), forgetAll), rows);
        Layouts.onlyWhen(model.rooms().now().map(known -> !known.rooms().isEmpty()), this);
        model.rooms().now().subscribe(this::show);
    }

    private void show(KnownRooms known) {
        rows.getChildren().setAll(known.rooms().stream().map(this::row).toList());
    }

    private Node row(KnownRoom room) {
        Button join = new Button();
        join.getStyleClass().addAll("flat", "recent-room");
        join.setMaxWidth(Double.MAX_VALUE);
        Label name = Layouts.label("recent-name", room.name());
        Label address = Layouts.label("quiet", room.address());
        join.setGraphic(Layouts.row("recent-row", Icon.RECENT.node(), name, address));
        join.setAccessibleText(wording.text("start.recent.join", room.name(), room.address()));
        join.disableProperty().bind(ready.map(now -> !now));
        join.setOnAction(_ -> model.paste(room.invite().link()));
        HBox.setHgrow(join, Priority.ALWAYS);
        Button forget =
                Buttons.icon(
                        Icon.REMOVE,
                        wording.text("start.recent.forget", room.name()),
                        () -> model.rooms().forget(room.invite()));
        return Layouts.row("recent-line", join, star(room), forget);
    }

    private Node star(KnownRoom room) {
        Icon icon = room.favourite() ? Icon.STARRED : Icon.STAR;
        ToggleButton star = Buttons.toggle(icon, "");
        star.getStyleClass().addAll("button-icon", "flat", "star");
        star.setSelected(room.favourite());
        String key = room.favourite() ? "start.recent.unstar" : "start.recent.star";
        Buttons.explain(star, wording.text(key, room.name()));
        star.setOnAction(_ -> model.rooms().toggleFavourite(room.invite()));
        return star;
    }

    /// Asks once more in place, because it cannot be undone.
    private void forgetAll() {
        if (confirming) {
            setConfirming(false);
            model.rooms().forgetAll();
        } else {
            setConfirming(true);
        }
    }

    private void setConfirming(boolean asking) {
        confirming = asking;
        forgetAll.setText(
                wording.text(asking ? "start.recent.forget-sure" : "start.recent.forget-all"));
    }
}
