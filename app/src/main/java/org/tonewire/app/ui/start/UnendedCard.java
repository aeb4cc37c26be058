package org.tonewire.app.ui.start;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Goes on with a room that was hosted from here when the program or the computer failed. Takes no
/// space if there is none.
final class UnendedCard extends VBox {
    private final StartViewModel model;
    private final ObservableValue<Boolean> ready;
    private final Wording wording;
    private final VBox rows = Layouts.column("unended-rows");

    UnendedCard(StartViewModel model, ObservableValue<Boolean> ready, Wording wording) {
        this.model = model;
        this.ready = ready;
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "unended");
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("start.unended")),
                        Layouts.paragraph("quiet", wording.text("start.unended.text")),
                        rows);
        Layouts.onlyWhen(model.unended().now().map(rooms -> !rooms.isEmpty()), this);
        model.unended().now().subscribe(this::show);
    }

    private void show(List<StoredRoom> rooms) {
        rows.getChildren().setAll(rooms.stream().map(this::row).toList());
    }

    private Node row(StoredRoom room) {
        Button goOn = Buttons.labelled(Icon.HOST, goOnWords(room), () -> model.goOn(room));
        goOn.getStyleClass().addAll("accent", "main-action");
        goOn.setMaxWidth(Double.MAX_VALUE);
        goOn.disableProperty()
                .bind(
                        ready.flatMap(now ->
                                model.name().map(who -> !now || !StartViewModel.isName(who))));
        HBox.setHgrow(goOn, Priority.ALWAYS);
        Button forget =
                Buttons.icon(
                        Icon.REMOVE,
                        wording.text("start.unended.forget", room.name().value()),
                        () -> model.unended().forget(room));
        forget.disableProperty().bind(ready.map(now -> !now));
        return Layouts.row("unended-row", goOn, forget);
    }

    private String goOnWords(StoredRoom room) {
        String name = room.name().value();
        return room.request()
                .server()
                .map(server -> wording.text("start.unended.go-on.server", name, server.authority()))
                .orElseGet(() -> wording.text("start.unended.go-on", name));
    }
}
