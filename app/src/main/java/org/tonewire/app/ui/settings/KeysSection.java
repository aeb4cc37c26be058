package org.tonewire.app.ui.settings;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tonewire.app.shell.keys.TalkMode;
import org.tonewire.app.shell.keys.TalkSettings;
import org.tonewire.app.shell.settings.DesktopSettings;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.Segments;
import org.tonewire.app.ui.model.Choice;
import org.tonewire.app.ui.talk.KeyButton;
import org.tonewire.app.ui.talk.KeyScope;

/// Push to talk: mode and key.
final class KeysSection extends VBox {
    private final SettingsViewModel model;
    private final Wording wording;
    private final ObservableValue<TalkSettings> talk;

    KeysSection(SettingsViewModel model, ObservableValue<KeyScope> scope, Wording wording) {
        this.model = model;
        this.wording = wording;
        this.talk = model.desktop().map(DesktopSettings::talk);
        getStyleClass().addAll("column", "card-surface", "section");
        ObservableValue<Boolean> on = talk.map(now -> now.mode() != TalkMode.OFF);
        KeyButton key =
                new KeyButton(
                        talk.map(TalkSettings::key), chosen -> set(now().withKey(chosen)), wording);
        HBox row =
                new HBox(
                        field("settings.talk", mode()),
                        Layouts.onlyWhen(on, field("talk.key", key)));
        row.getStyleClass().add("port-row");
        Label hint = Layouts.paragraph("quiet", "");
        hint.textProperty().bind(scope.map(now -> wording.text(words(now))));
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("settings.keys")),
                        Layouts.paragraph("quiet", wording.text("settings.talk.text")),
                        row,
                        Layouts.onlyWhen(
                                key.unfit(),
                                Layouts.paragraph("field-error", wording.text("talk.unfit"))),
                        Layouts.onlyWhen(on, hint));
    }

    private Node mode() {
        List<Choice<TalkMode>> choices =
                Stream.of(TalkMode.values())
                        .map(each -> new Choice<>(each, wording.text(words(each))))
                        .toList();
        Segments<TalkMode> segments = new Segments<>(wording.text("settings.talk"), choices);
        segments.connect(talk.map(TalkSettings::mode), mode -> set(now().withMode(mode)));
        return segments;
    }

    private TalkSettings now() {
        return talk.getValue();
    }

    private void set(TalkSettings wanted) {
        model.setDesktop(model.desktop().getValue().withTalk(wanted));
    }

    private static String words(TalkMode mode) {
        return switch (mode) {
            case OFF -> "talk.off";
            case HOLD -> "talk.hold";
            case TOGGLE -> "talk.toggle";
        };
    }

    private static String words(KeyScope scope) {
        return switch (scope) {
            case EVERYWHERE -> "talk.everywhere";
            case WINDOW -> "talk.window";
            case TAKEN -> "talk.taken";
        };
    }

    private Node field(String key, Node control) {
        Label title = Layouts.label("field-label", wording.text(key));
        title.setLabelFor(control);
        return Layouts.column("field", title, control);
    }
}
