package org.tonewire.app.ui.settings;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.ProblemBox;
import org.tonewire.signaling.protocol.ParticipantName;

/// The settings screen. Changes are saved immediately.
public final class SettingsView extends VBox {
    private static final double NAME_WIDTH = 320;

    private final SettingsViewModel model;
    private final Wording wording;

    public SettingsView(
            SettingsViewModel model, Supplier<String> diagnostics, Runnable back, Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().addAll("screen", "settings");
        VBox content =
                Layouts.column(
                        "settings-content",
                        new ProblemBox(wording).follow(model.problem()),
                        person(),
                        new AppearanceSection(model, wording),
                        new SoundSection(model, model.devices(), wording),
                        new KeysSection(model, model.keyScope(), wording),
                        new NetworkSection(model, wording),
                        new DesktopSection(model, wording),
                        new FoldersSection(model, model.folders(), wording),
                        new ExportSection(model, diagnostics, wording));
        content.setMaxWidth(760);
        VBox centred = Layouts.column("settings-centre", content);
        getChildren().addAll(header(back), Layouts.scrolling(centred));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, back));
    }

    private Node header(Runnable back) {
        Button button = Buttons.labelled(Icon.BACK, wording.text("settings.back"), back);
        button.getStyleClass().addAll("flat", "first-focus");
        return Layouts.row(
                "settings-header",
                button,
                Layouts.label("room-name", wording.text("settings.title")),
                Layouts.filler(),
                Layouts.label("quiet", wording.text("settings.saved")));
    }

    private Node person() {
        Field name =
                new Field(
                        wording.text("start.name"),
                        wording.text("start.name.prompt"),
                        wording.text("problem.name-refused"),
                        text -> ParticipantName.parse(text).isPresent());
        name.text().textProperty().bindBidirectional(model.name());
        name.setMaxWidth(NAME_WIDTH);
        return Layouts.column(
                "card-surface", Layouts.label("card-title", wording.text("settings.person")), name);
    }

    private static void pressed(KeyEvent event, Runnable back) {
        if (event.getCode() == KeyCode.ESCAPE) {
            back.run();
            event.consume();
        }
    }
}
