package org.tonewire.app.ui.record;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// Shows where the files of the last recording are.
public final class RecordedNotice {
    private RecordedNotice() {}

    public static Node of(RecordViewModel model, Wording wording) {
        CopyButton copy =
                new CopyButton(
                        wording.text("record.copy-folder"),
                        () -> model.recorded().get().map(r -> r.folder().toString()).orElse(""),
                        wording);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        return Layouts.notice(
                "recorded",
                Icon.NOTE,
                model.recorded().map(last -> last.map(recorded -> words(recorded, wording))),
                copy,
                Buttons.icon(Icon.REMOVE, wording.text("problem.dismiss"), model::dismiss));
    }

    private static String words(FinishedRecording recorded, Wording wording) {
        String lost = FinishedRecording.titles(recorded.losses());
        if (recorded.files() == 0) {
            return wording.text(lost.isEmpty() ? "record.nothing" : "record.all-lost", lost);
        }
        String done =
                wording.text(
                        "record.done",
                        recorded.files(),
                        wording.duration(recorded.length()),
                        recorded.folder().toString());
        return lost.isEmpty() ? done : done + "\n" + wording.text("record.lost", lost);
    }
}
