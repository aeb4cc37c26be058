package org.tonewire.app.ui.settings;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.ice.IceRefusal;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Edits one STUN or TURN server; an error text below says why it cannot be used.
final class ServerRow extends VBox {
    private final Wording wording;
    private final Field uri;
    private final Field username;
    private final Field password;
    private final Label wrong = Layouts.paragraph("field-error", "");

    ServerRow(ServerModel server, SettingsViewModel model, Wording wording) {
        this.wording = wording;
        uri = Field.of(new TextField(), wording.text("settings.server"));
        uri.text().setPromptText(wording.text("settings.server.prompt"));
        uri.text().textProperty().bindBidirectional(server.uri());
        username = Field.of(new TextField(), wording.text("settings.server.user"));
        username.text().textProperty().bindBidirectional(server.username());
        password = Field.of(new PasswordField(), wording.text("settings.server.password"));
        password.text().textProperty().bindBidirectional(server.password());
        username.setPrefWidth(130);
        password.setPrefWidth(130);
        HBox.setHgrow(uri, Priority.ALWAYS);
        HBox remove =
                new HBox(
                        Buttons.icon(
                                Icon.REMOVE,
                                wording.text("settings.server.remove"),
                                () -> model.removeServer(server)));
        remove.getStyleClass().add("beside-field");
        HBox fields = new HBox(uri, username, password, remove);
        fields.getStyleClass().add("server-row");
        getStyleClass().addAll("column", "field");
        getChildren()
                .addAll(fields, Layouts.onlyWhen(server.refusal().map(Optional::isPresent), wrong));
        server.refusal().subscribe(this::show);
    }

    private void show(Optional<IceRefusal> refusal) {
        String words =
                refusal.map(why -> wording.text("settings.server.refused." + why.wireName()))
                        .orElse("");
        wrong.setText(words);
        uri.mark("");
        username.mark("");
        password.mark("");
        refusal.ifPresent(why -> {
            switch (why) {
                case SCHEME, HOST, PORT, TRANSPORT, TOO_MANY -> uri.mark(words);
                case USER_MISSING -> username.mark(words);
                case PASSWORD_MISSING -> password.mark(words);
                case LOGIN -> {
                    username.mark(words);
                    password.mark(words);
                }
            }
        });
    }
}
