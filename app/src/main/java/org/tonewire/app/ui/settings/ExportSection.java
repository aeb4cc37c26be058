package org.tonewire.app.ui.settings;

import java.io.File;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Export and import of settings, and diagnostics.
final class ExportSection extends VBox {
    private final SettingsViewModel model;
    private final Wording wording;

    ExportSection(SettingsViewModel model, Supplier<String> diagnostics, Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "section");
        Button save =
                Buttons.labelled(Icon.SENT, wording.text("settings.export"), this::exportSettings);
        Button load =
                Buttons.labelled(
                        Icon.RECEIVED, wording.text("settings.import"), this::importSettings);
        CopyButton report =
                new CopyButton(wording.text("settings.diagnostics"), diagnostics, wording);
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("settings.export-diagnostics")),
                        Layouts.paragraph("quiet", wording.text("settings.export.text")),
                        Layouts.row("section-actions", save, load),
                        Layouts.paragraph("quiet", wording.text("settings.diagnostics.text")),
                        Layouts.row("section-actions", report));
    }

    private void exportSettings() {
        FileChooser chooser = chooser("settings.export.title");
        chooser.setInitialFileName("tonewire-settings.json");
        @Nullable File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.exportTo(file.toPath());
        }
    }

    private void importSettings() {
        @Nullable File file =
                chooser("settings.import.title").showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.importFrom(file.toPath());
        }
    }

    private FileChooser chooser(String key) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(wording.text(key));
        chooser.getExtensionFilters().add(new ExtensionFilter("JSON", "*.json"));
        return chooser;
    }
}
