package org.tonewire.app.ui.settings;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.model.Folders;

/// The folder for recordings, and the program's own folders.
final class FoldersSection extends VBox {
    private final SettingsViewModel model;
    private final Folders folders;
    private final Wording wording;

    FoldersSection(SettingsViewModel model, Folders folders, Wording wording) {
        this.model = model;
        this.folders = folders;
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "section");
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("settings.folders")),
                        recordings(),
                        row("settings.folder.settings", folders.settings()),
                        row("settings.folder.data", folders.data()),
                        row("settings.folder.logs", folders.logs()));
    }

    private Node recordings() {
        ObservableValue<Path> folder =
                model.recordFolder().map(chosen -> chosen.orElse(folders.recordings()));
        TextField path = new TextField();
        path.setEditable(false);
        path.textProperty().bind(folder.map(Path::toString));
        Button choose = new Button(wording.text("settings.folder.choose"), Icon.FOLDER.node());
        choose.setAccessibleText(wording.text("settings.folder.choose.of"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> choose(folder.getValue()));
        Button useDefault =
                Buttons.icon(
                        Icon.AGAIN,
                        wording.text("settings.folder.default"),
                        () -> model.setRecordFolder(Optional.empty()));
        Layouts.onlyWhen(model.recordFolder().map(Optional::isPresent), useDefault);
        return row(Field.of(path, wording.text("settings.folder.recordings")), useDefault, choose);
    }

    private void choose(Path current) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(wording.text("settings.folder.choose.of"));
        if (Files.isDirectory(current)) {
            chooser.setInitialDirectory(current.toFile());
        }
        @Nullable File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.setRecordFolder(Optional.of(chosen.toPath()));
        }
    }

    private Node row(String key, Path folder) {
        TextField path = new TextField(folder.toString());
        path.setEditable(false);
        CopyButton copy = new CopyButton(wording.text("copy"), folder::toString, wording);
        copy.setAccessibleText(wording.text("copy.of", wording.text(key)));
        copy.setMinWidth(USE_PREF_SIZE);
        return row(Field.of(path, wording.text(key)), copy);
    }

    private static Node row(Field field, Node... controls) {
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox beside = new HBox(controls);
        beside.getStyleClass().add("beside-field");
        HBox row = new HBox(field, beside);
        row.getStyleClass().add("server-row");
        return row;
    }
}
