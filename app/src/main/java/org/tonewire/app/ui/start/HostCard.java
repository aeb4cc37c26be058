package org.tonewire.app.ui.start;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Opens a room on this computer.
final class HostCard extends VBox {
    HostCard(StartViewModel model, ObservableValue<Boolean> ready, Wording wording) {
        getStyleClass().addAll("column", "card-surface", "start-card");
        Field room =
                new Field(
                        wording.text("start.room"),
                        wording.text("start.room.prompt"),
                        wording.text("start.room.wrong"),
                        HostCheck::isRoom);
        room.text().textProperty().bindBidirectional(model.roomName());
        room.text().setOnAction(_ -> model.host());
        Field port =
                new Field(
                        wording.text("start.port"),
                        wording.text("start.port.prompt"),
                        wording.text("start.port.wrong"),
                        text -> HostCheck.port(text).isPresent());
        port.text().textProperty().bindBidirectional(model.port());
        port.text().setOnAction(_ -> model.host());
        Hyperlink more = new Hyperlink(wording.text("start.more"));
        more.setOnAction(_ -> more.setVisible(false));
        more.managedProperty().bind(more.visibleProperty());
        port.managedProperty().bind(port.visibleProperty());
        port.visibleProperty().bind(more.visibleProperty().not());
        model.port().subscribe(text -> more.setVisible(more.isVisible() && text.isEmpty()));
        Button host = Buttons.labelled(Icon.HOST, wording.text("start.host"), model::host);
        host.getStyleClass().addAll("accent", "main-action");
        host.setMaxWidth(Double.MAX_VALUE);
        host.disableProperty().bind(model.canHost().flatMap(can -> ready.map(now -> !can || !now)));
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("start.host.title")),
                        Layouts.paragraph("quiet", wording.text("start.host.text")),
                        room,
                        port,
                        more,
                        Layouts.filler(),
                        slot(host, model, wording));
    }

    private static Node slot(Button host, StartViewModel model, Wording wording) {
        Button cancel = new Button(wording.text("start.cancel"));
        cancel.setOnAction(_ -> model.cancel());
        return new ActionSlot(
                host,
                model.state().map(StartState.Opening.class::isInstance),
                wording.text("start.opening"),
                cancel);
    }
}
