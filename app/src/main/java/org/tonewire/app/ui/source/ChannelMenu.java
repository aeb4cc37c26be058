package org.tonewire.app.ui.source;

import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;

/// The menu of a source's channels; its button shows the present choice in a few letters.
final class ChannelMenu extends MenuButton {
    private final ToggleGroup group = new ToggleGroup();

    ChannelMenu(SourceStripModel model, Wording wording) {
        getStyleClass().add("channel-menu");
        setMinWidth(USE_PREF_SIZE);
        for (ChannelChoice each : ChannelChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(wording.text(SourceTexts.channels(each)));
            item.setUserData(each);
            item.setToggleGroup(group);
            item.setOnAction(_ -> model.setChannels(each));
            getItems().add(item);
        }
        Buttons.explain(this, model.name().map(name -> wording.text("source.channels.of", name)));
        textProperty()
                .bind(
                        model.channels()
                                .map(now -> wording.text(SourceTexts.channels(now) + ".short")));
        accessibleTextProperty()
                .bind(
                        model.name()
                                .flatMap(name ->
                                        model.channels()
                                                .map(now ->
                                                        wording.text(
                                                                "source.channels.now",
                                                                name,
                                                                wording.text(
                                                                        SourceTexts.channels(
                                                                                now))))));
        model.channels().subscribe(this::select);
    }

    private void select(ChannelChoice now) {
        Optional<RadioMenuItem> item =
                getItems().stream()
                        .filter(each -> now.equals(each.getUserData()))
                        .map(RadioMenuItem.class::cast)
                        .findFirst();
        item.ifPresent(group::selectToggle);
    }
}
