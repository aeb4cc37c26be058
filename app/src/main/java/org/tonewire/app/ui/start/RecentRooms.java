package org.tonewire.app.ui.start;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// The rooms one was in before: one press to join again. Their secrets are not shown.
final class RecentRooms extends VBox {
    private final StartViewModel model;
    private final ObservableValue<Boolean> ready;
    private final Wording wording;
    private final VBox rows = Layouts.column("recent-rows");

    RecentRooms(StartViewModel model, ObservableValue<Boolean> ready, Wording wording) {
        this.model = model;
        this.ready = ready;
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "recent");
        Label title = Layouts.label("card-title", wording.text("start.recent"));
        getChildren().addAll(title, rows);
        Layouts.onlyWhen(model.recent().map(rooms -> !rooms.isEmpty()), this);
        model.recent().subscribe(this::show);
    }

    private void show(List<RecentRoom> rooms) {
        rows.getChildren().setAll(rooms.stream().map(this::row).toList());
    }

    private Node row(RecentRoom room) {
        Button join = new Button();
        join.getStyleClass().addAll("flat", "recent-room");
        join.setMaxWidth(Double.MAX_VALUE);
        Label name = Layouts.label("recent-name", room.name());
        Label place = Layouts.label("quiet", room.place());
        join.setGraphic(Layouts.row("recent-row", Icon.RECENT.node(), name, place));
        join.setAccessibleText(wording.text("start.recent.join", room.name(), room.place()));
        join.disableProperty().bind(ready.map(now -> !now));
        join.setOnAction(_ -> model.paste(room.link()));
        HBox.setHgrow(join, Priority.ALWAYS);
        Button forget =
                Buttons.icon(
                        Icon.REMOVE,
                        wording.text("start.recent.forget", room.name()),
                        () -> model.forget(room));
        return Layouts.row("recent-line", join, forget);
    }
}
