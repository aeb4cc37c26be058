package org.tonewire.app.ui.start;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.Segments;
import org.tonewire.app.ui.model.Choice;
import org.tonewire.app.ui.start.HostForm.Part;
import org.tonewire.app.ui.start.HostForm.Where;

/// Opens a room, on this computer or on a server.
final class HostCard extends VBox {
    private final StartViewModel model;
    private final HostForm form;
    private final ObservableValue<Boolean> ready;
    private final Wording wording;
    private final Field room;
    private final ServerFields server;

    HostCard(StartViewModel model, ObservableValue<Boolean> ready, Wording wording) {
        this.model = model;
        this.form = model.form();
        this.ready = ready;
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "start-card");
        room = room();
        server = new ServerFields(model, ready, wording);
        Field port = port();
        BooleanProperty wanted = new SimpleBooleanProperty();
        form.port().subscribe(text -> wanted.set(wanted.get() || !text.isEmpty()));
        ObservableValue<Boolean> here = form.where().map(Where.HERE::equals);
        Hyperlink more = new Hyperlink(wording.text("start.more"));
        more.setOnAction(_ -> {
            wanted.set(true);
            port.text().requestFocus();
        });
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("start.host.title")),
                        explanation(),
                        room,
                        place(),
                        Layouts.onlyWhen(here.flatMap(is -> wanted.map(now -> is && now)), port),
                        Layouts.onlyWhen(here.flatMap(is -> wanted.map(now -> is && !now)), more),
                        Layouts.onlyWhen(form.where().map(Where.ON_SERVER::equals), server),
                        Layouts.filler(),
                        slot());
    }

    /// Focuses the field that the last failure is about.
    ///
    /// @return whether there is one
    boolean focusProblem() {
        Optional<Part> part = form.partInTrouble();
        part.ifPresent(wrong -> {
            switch (wrong) {
                case ROOM -> room.text().requestFocus();
                case SERVER -> server.focusAddress();
                case TOKEN -> server.focusToken();
            }
        });
        return part.isPresent();
    }

    private Node explanation() {
        Label text = Layouts.paragraph("quiet", "");
        text.textProperty()
                .bind(
                        form.where()
                                .map(where ->
                                        switch (where) {
                                            case HERE -> wording.text("start.host.text");
                                            case ON_SERVER ->
                                                    wording.text("start.host.text.server");
                                        }));
        return text;
    }

    private Field room() {
        Field field =
                new Field(
                        wording.text("start.room"),
                        wording.text("start.room.prompt"),
                        wording.text("start.room.wrong"),
                        HostCheck::isRoom);
        field.text().textProperty().bindBidirectional(form.roomName());
        field.text().setOnAction(_ -> model.host());
        return field.follow(ServerFields.words(form.problemOf(Part.ROOM), wording), ready);
    }

    private Node place() {
        String name = wording.text("start.place");
        Segments<Where> place =
                new Segments<>(
                        name,
                        List.of(
                                new Choice<>(Where.HERE, wording.text("start.place.here")),
                                new Choice<>(Where.ON_SERVER, wording.text("start.place.server"))));
        place.connect(form.where(), form.where()::set);
        return Layouts.column("field", Layouts.label("field-label", name), place);
    }

    private Field port() {
        Field port =
                new Field(
                        wording.text("start.port"),
                        wording.text("start.port.prompt"),
                        wording.text("start.port.wrong"),
                        text -> HostCheck.port(text).isPresent());
        port.text().textProperty().bindBidirectional(form.port());
        port.text().setOnAction(_ -> model.host());
        return port;
    }

    private Node slot() {
        Button host = Buttons.labelled(Icon.HOST, wording.text("start.host"), model::host);
        host.getStyleClass().addAll("accent", "main-action");
        host.setMaxWidth(Double.MAX_VALUE);
        host.disableProperty().bind(model.canHost().flatMap(can -> ready.map(now -> !can || !now)));
        Button cancel = new Button(wording.text("start.cancel"));
        cancel.setOnAction(_ -> model.cancel());
        return new ActionSlot(
                host,
                model.state().map(StartState.Opening.class::isInstance),
                wording.text("start.opening"),
                cancel);
    }
}
