package org.tonewire.app.ui.source;

import java.io.File;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Icon;

/// The menu of all kinds of sources.
final class AddSourceButton extends MenuButton {
    private final SourcesViewModel model;
    private final Wording wording;

    AddSourceButton(SourcesViewModel model, AddressForm addressForm, Wording wording) {
        super(wording.text("source.add"), Icon.ADD.node());
        this.model = model;
        this.wording = wording;
        getStyleClass().addAll("accent", "add-source");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(wording.text("source.add"));
        getItems()
                .addAll(
                        item(Icon.MICROPHONE, "source.add.microphone", model::addMicrophone),
                        item(Icon.SYSTEM_AUDIO, "source.add.system", model::addSystemAudio),
                        item(Icon.FILE, "source.add.file", this::chooseFiles),
                        item(Icon.STREAM, "source.add.address", addressForm::open),
                        item(Icon.TONE, "source.add.tone", model::addTone));
    }

    void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(wording.text("source.file.title"));
        @Nullable List<File> files = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (files != null) {
            model.addFiles(files.stream().map(File::toPath).toList());
        }
    }

    private MenuItem item(Icon icon, String key, Runnable action) {
        MenuItem item = new MenuItem(wording.text(key), icon.node());
        item.setOnAction(_ -> action.run());
        return item;
    }
}
