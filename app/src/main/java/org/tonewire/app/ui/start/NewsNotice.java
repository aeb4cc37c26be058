package org.tonewire.app.ui.start;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.tonewire.app.core.news.NewVersion;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.model.NewsModel;

/// Says that there is a newer version, and where.
final class NewsNotice extends HBox {
    NewsNotice(NewsModel model, Wording wording) {
        getStyleClass().addAll("row", "notice", "news");
        Label words = Layouts.paragraph("notice-text", "");
        words.textProperty()
                .bind(model.newer().map(found -> found.map(n -> words(n, wording)).orElse("")));
        CopyButton copy =
                new CopyButton(
                        wording.text("update.copy"),
                        () -> model.newer().get().flatMap(NewVersion::page).orElse(""),
                        wording);
        copy.setMinWidth(USE_PREF_SIZE);
        Layouts.onlyWhen(
                model.newer().map(found -> found.flatMap(NewVersion::page).isPresent()), copy);
        getChildren()
                .addAll(
                        Icon.NOTE.node(),
                        words,
                        Layouts.filler(),
                        copy,
                        Buttons.icon(Icon.REMOVE, wording.text("problem.dismiss"), model::dismiss));
        Layouts.onlyWhen(model.newer().map(Optional::isPresent), this);
    }

    private static String words(NewVersion found, Wording wording) {
        return wording.text("update.there", found.version(), found.running());
    }
}
