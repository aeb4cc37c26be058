package org.tonewire.app.ui.settings;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.ListedNodes;

/// STUN and TURN servers, and ports.
final class NetworkSection extends VBox {
    private final SettingsViewModel model;
    private final Wording wording;

    NetworkSection(SettingsViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "section");
        VBox rows = Layouts.column("server-rows");
        ListedNodes.fill(
                rows.getChildren(), model.servers(), each -> new ServerRow(each, model, wording));
        Label none = Layouts.paragraph("quiet", wording.text("settings.servers.none"));
        Button add =
                Buttons.labelled(Icon.ADD, wording.text("settings.server.add"), model::addServer);
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("settings.network")),
                        Layouts.paragraph("quiet", wording.text("settings.servers.text")),
                        Layouts.onlyWhen(Bindings.isNotEmpty(model.servers()), rows),
                        Layouts.onlyWhen(Bindings.isEmpty(model.servers()), none),
                        Layouts.row("section-actions", add),
                        fromServer(),
                        relayOnly(),
                        ports());
    }

    private Node fromServer() {
        CheckBox used = new CheckBox(wording.text("settings.from-server"));
        used.setWrapText(true);
        model.fromServer().subscribe(used::setSelected);
        used.setOnAction(_ -> model.setFromServer(used.isSelected()));
        return Layouts.column("field", used);
    }

    private Node relayOnly() {
        CheckBox only = new CheckBox(wording.text("settings.relay-only"));
        only.setWrapText(true);
        model.relayOnly().subscribe(only::setSelected);
        only.setOnAction(_ -> model.setRelayOnly(only.isSelected()));
        Label missing = Layouts.paragraph("field-error", "");
        missing.textProperty()
                .bind(
                        model.fromServer()
                                .map(used ->
                                        wording.text(
                                                used
                                                        ? "settings.relay-missing.server"
                                                        : "settings.relay-missing")));
        return Layouts.column("field", only, Layouts.onlyWhen(model.relayMissing(), missing));
    }

    private Node ports() {
        Field host = portField("settings.host-port", "settings.host-port.prompt");
        host.text().textProperty().bindBidirectional(model.hostPort());
        Field first = portField("settings.min-port", "settings.port.prompt");
        first.text().textProperty().bindBidirectional(model.minPort());
        Field last = portField("settings.max-port", "settings.port.prompt");
        last.text().textProperty().bindBidirectional(model.maxPort());
        Label wrong = Layouts.paragraph("field-error", wording.text("settings.range.wrong"));
        Layouts.onlyWhen(
                Bindings.createBooleanBinding(
                        () -> !model.isRangeValid(), model.minPort(), model.maxPort()),
                wrong);
        HBox row = new HBox(host, first, last);
        row.getStyleClass().add("port-row");
        return Layouts.column("field", row, wrong);
    }

    private Field portField(String key, String promptKey) {
        Field field =
                new Field(
                        wording.text(key),
                        wording.text(promptKey),
                        wording.text("start.port.wrong"),
                        text -> SettingsViewModel.port(text).isPresent());
        field.setPrefWidth(200);
        return field;
    }
}
