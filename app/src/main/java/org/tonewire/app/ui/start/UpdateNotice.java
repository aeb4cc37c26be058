package org.tonewire.app.ui.start;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.tonewire.app.shell.NewVersion;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.model.UpdateModel;

/// Shows that there is a newer version, and where.
final class UpdateNotice {
    private UpdateNotice() {}

    static Node of(UpdateModel model, Wording wording) {
        CopyButton copy =
                new CopyButton(
                        wording.text("update.copy"),
                        () -> model.newer().get().flatMap(NewVersion::page).orElse(""),
                        wording);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        Layouts.onlyWhen(
                model.newer().map(found -> found.flatMap(NewVersion::page).isPresent()), copy);
        return Layouts.notice(
                "news",
                Icon.NOTE,
                model.newer().map(found -> found.map(version -> words(version, wording))),
                copy,
                Buttons.icon(Icon.REMOVE, wording.text("problem.dismiss"), model::dismiss));
    }

    private static String words(NewVersion found, Wording wording) {
        return wording.text("update.available", found.version(), found.running());
    }
}
