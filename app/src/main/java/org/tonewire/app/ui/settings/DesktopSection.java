package org.tonewire.app.ui.settings;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.tonewire.app.shell.settings.DesktopSettings;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Layouts;

/// Announcement, notifications, tray icon and update check.
final class DesktopSection extends VBox {
    private final SettingsViewModel model;
    private final Wording wording;

    DesktopSection(SettingsViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "section");
        Field updates =
                new Field(
                        wording.text("settings.updates"),
                        wording.text("settings.updates.prompt"),
                        wording.text("settings.updates.wrong"),
                        SettingsViewModel::isUpdateAddress);
        updates.text().textProperty().bindBidirectional(model.updates());
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("settings.desktop")),
                        choice(
                                "settings.announce",
                                DesktopSettings::announce,
                                on -> model.setDesktop(now().withAnnounce(on))),
                        choice(
                                "settings.notifications",
                                DesktopSettings::notifications,
                                on -> model.setDesktop(now().withNotifications(on))),
                        choice(
                                "settings.tray",
                                DesktopSettings::tray,
                                on -> model.setDesktop(now().withTray(on))),
                        updates);
    }

    private DesktopSettings now() {
        return model.desktop().getValue();
    }

    private CheckBox choice(String key, Predicate<DesktopSettings> shown, Consumer<Boolean> want) {
        CheckBox box = new CheckBox(wording.text(key));
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        model.desktop().subscribe(now -> box.setSelected(shown.test(now)));
        box.setOnAction(_ -> want.accept(box.isSelected()));
        return box;
    }
}
