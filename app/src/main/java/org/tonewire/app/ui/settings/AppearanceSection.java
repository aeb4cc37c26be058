package org.tonewire.app.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tonewire.app.shell.settings.Language;
import org.tonewire.app.shell.settings.Settings.Theme;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.PickBox;
import org.tonewire.app.ui.control.Segments;
import org.tonewire.app.ui.model.Choice;

/// Theme, language and motion.
final class AppearanceSection extends VBox {
    private static final double LANGUAGE_WIDTH = 200;

    private final SettingsViewModel model;
    private final Wording wording;

    AppearanceSection(SettingsViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "section");
        HBox row = new HBox(field("look", theme()), field("language", language()));
        row.getStyleClass().add("port-row");
        CheckBox lessMotion = new CheckBox(wording.text("settings.less-motion"));
        lessMotion.setWrapText(true);
        model.lessMotion().subscribe(lessMotion::setSelected);
        lessMotion.setOnAction(_ -> model.setLessMotion(lessMotion.isSelected()));
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("settings.appearance")),
                        row,
                        lessMotion);
    }

    private Node theme() {
        List<Choice<Theme>> looks =
                List.of(
                        new Choice<>(Theme.SYSTEM, wording.text("look.system")),
                        new Choice<>(Theme.LIGHT, wording.text("look.light")),
                        new Choice<>(Theme.DARK, wording.text("look.dark")));
        Segments<Theme> segments = new Segments<>(wording.text("look"), looks);
        segments.connect(model.theme(), model::setTheme);
        return segments;
    }

    /// Each language is named in that language.
    private Node language() {
        List<Choice<Language>> choices = new ArrayList<>();
        choices.add(new Choice<>(Language.SYSTEM, wording.text("language.system")));
        Language.translated()
                .map(each -> new Choice<>(each, wording.text("language." + each.tag())))
                .forEach(choices::add);
        PickBox<Language> picker = new PickBox<>(wording.text("language"));
        picker.getStyleClass().add("language");
        picker.setPrefWidth(LANGUAGE_WIDTH);
        picker.onPick(model::setLanguage);
        model.language().subscribe(now -> picker.show(choices, now));
        return picker;
    }

    private Node field(String key, Node control) {
        Label title = Layouts.label("field-label", wording.text(key));
        title.setLabelFor(control);
        return Layouts.column("field", title, control);
    }
}
