package org.tonewire.app.ui.settings;

import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Icon;

/// One STUN or TURN server, to be edited in place.
final class ServerRow extends HBox {
    ServerRow(ServerModel server, SettingsViewModel model, Wording wording) {
        getStyleClass().add("server-row");
        Field uri =
                new Field(
                        wording.text("settings.server"),
                        wording.text("settings.server.prompt"),
                        wording.text("settings.server.wrong"),
                        ServerModel::isAddress);
        uri.text().textProperty().bindBidirectional(server.uri());
        Field username = Field.of(new TextField(), wording.text("settings.server.user"));
        username.text().textProperty().bindBidirectional(server.username());
        Field password = Field.of(new PasswordField(), wording.text("settings.server.password"));
        password.text().textProperty().bindBidirectional(server.password());
        username.setPrefWidth(130);
        password.setPrefWidth(130);
        setHgrow(uri, Priority.ALWAYS);
        HBox remove =
                new HBox(
                        Buttons.icon(
                                Icon.REMOVE,
                                wording.text("settings.server.remove"),
                                () -> model.removeServer(server)));
        remove.getStyleClass().add("beside-field");
        getChildren().addAll(uri, username, password, remove);
    }
}
