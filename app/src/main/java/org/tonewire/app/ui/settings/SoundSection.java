package org.tonewire.app.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.DevicePickers;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.PickBox;
import org.tonewire.app.ui.control.Segments;
import org.tonewire.app.ui.model.Choice;
import org.tonewire.app.ui.model.DeviceModel;

/// Audio devices, and profiles of new sources.
final class SoundSection extends VBox {
    private final Wording wording;

    SoundSection(SettingsViewModel model, DeviceModel devices, Wording wording) {
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "section");
        Node microphone =
                field(
                        "check.microphone",
                        DevicePickers.microphone(
                                wording.text("check.microphone"),
                                devices,
                                model.microphone(),
                                model::setMicrophone));
        Node output =
                field(
                        "output.device",
                        DevicePickers.output(
                                wording.text("output.device"),
                                devices,
                                model.output(),
                                model::setOutput));
        Segments<Profile> voices = profiles("settings.profile.microphone");
        voices.connect(model.microphoneProfile(), model::setMicrophoneProfile);
        Segments<Profile> others = profiles("settings.profile.other");
        others.connect(model.otherProfile(), model::setOtherProfile);
        getChildren()
                .addAll(
                        Layouts.label("card-title", wording.text("settings.sound")),
                        columns(microphone, output),
                        Layouts.paragraph("quiet", wording.text("settings.sound.text")),
                        columns(
                                field("settings.profile.microphone", voices),
                                field("settings.profile.other", others)),
                        Layouts.paragraph("quiet", wording.text("settings.profile.text")),
                        field("settings.channels.microphone", channels(model)));
    }

    private PickBox<ChannelChoice> channels(SettingsViewModel model) {
        List<Choice<ChannelChoice>> choices =
                List.of(ChannelChoice.values()).stream()
                        .map(each -> new Choice<>(each, wording.text(word(each))))
                        .toList();
        PickBox<ChannelChoice> box = new PickBox<>(wording.text("settings.channels.microphone"));
        box.onPick(model::setMicrophoneChannels);
        model.microphoneChannels().subscribe(now -> box.show(choices, now));
        return box;
    }

    private static String word(ChannelChoice choice) {
        return switch (choice) {
            case BOTH -> "channels.both";
            case LEFT -> "channels.left";
            case RIGHT -> "channels.right";
            case MONO -> "channels.mono";
        };
    }

    private static Node columns(Node left, Node right) {
        HBox row = new HBox(left, right);
        row.getStyleClass().add("port-row");
        return row;
    }

    private Node field(String key, Node control) {
        Label title = Layouts.label("field-label", wording.text(key));
        title.setLabelFor(control);
        VBox field = Layouts.column("field", title, control);
        field.setPrefWidth(100);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private Segments<Profile> profiles(String key) {
        Segments<Profile> segments =
                new Segments<>(
                        wording.text(key),
                        List.of(Profile.values()).stream()
                                .map(each -> new Choice<>(each, wording.text(word(each))))
                                .toList());
        for (Profile each : Profile.values()) {
            segments.explain(each, wording.text(word(each).replace("profile.", "profile.tip.")));
        }
        return segments;
    }

    private static String word(Profile profile) {
        return switch (profile) {
            case VOICE -> "profile.voice";
            case MUSIC -> "profile.music";
            case STUDIO -> "profile.studio";
        };
    }
}
