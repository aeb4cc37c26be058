package org.tonewire.app.ui.settings;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.model.Folders;

/// Where the program keeps its files.
final class FoldersSection extends VBox {
    private final Wording wording;

    FoldersSection(Folders folders, Wording wording) {
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "section");
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("settings.folders")),
                        row("settings.folder.settings", folders.settings()),
                        row("settings.folder.data", folders.data()));
    }

    private Node row(String key, Path folder) {
        TextField path = new TextField(folder.toString());
        path.setEditable(false);
        Field field = Field.of(path, wording.text(key));
        HBox.setHgrow(field, Priority.ALWAYS);
        CopyButton copy = new CopyButton(wording.text("copy"), folder::toString, wording);
        copy.setAccessibleText(wording.text("copy.of", wording.text(key)));
        copy.setMinWidth(USE_PREF_SIZE);
        HBox beside = new HBox(copy);
        beside.getStyleClass().add("beside-field");
        HBox row = new HBox(field, beside);
        row.getStyleClass().add("server-row");
        return row;
    }
}
