package org.tonewire.app.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tonewire.app.shell.settings.Language;
import org.tonewire.app.shell.settings.Settings.Look;
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
        HBox row = new HBox(field("look", look()), field("language", language()));
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

    private Node look() {
        List<Choice<Look>> looks =
                List.of(
                        new Choice<>(Look.SYSTEM, wording.text("look.system")),
                        new Choice<>(Look.LIGHT, wording.text("look.light")),
                        new Choice<>(Look.DARK, wording.text("look.dark")));
        Segments<Look> segments = new Segments<>(wording.text("look"), looks);
        segments.connect(model.look(), model::setLook);
        return segments;
    }

    /// Each language is named in that language.
    private Node language() {
        List<Choice<Language>> choices = new ArrayList<>();
        choices.add(new Choice<>(Language.SYSTEM, wording.text("language.system")));
        Language.spoken()
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
