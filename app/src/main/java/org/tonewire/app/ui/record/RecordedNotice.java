package org.tonewire.app.ui.record;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Says where the files of the last recording are.
public final class RecordedNotice extends HBox {
    public RecordedNotice(RecordViewModel model, Wording wording) {
        getStyleClass().addAll("row", "notice", "recorded");
        Label words = Layouts.paragraph("notice-text", "");
        words.textProperty()
                .bind(model.recorded().map(last -> last.map(r -> words(r, wording)).orElse("")));
        CopyButton copy =
                new CopyButton(
                        wording.text("record.copy-folder"),
                        () -> model.recorded().get().map(r -> r.folder().toString()).orElse(""),
                        wording);
        copy.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Icon.NOTE.node(),
                        words,
                        Layouts.filler(),
                        copy,
                        Buttons.icon(Icon.REMOVE, wording.text("problem.dismiss"), model::dismiss));
        Layouts.onlyWhen(model.recorded().map(Optional::isPresent), this);
    }

    private static String words(Recorded recorded, Wording wording) {
        return recorded.files() == 0
                ? wording.text("record.nothing")
                : wording.text(
                        "record.done",
                        recorded.files(),
                        wording.duration(recorded.length()),
                        recorded.folder().toString());
    }
}
