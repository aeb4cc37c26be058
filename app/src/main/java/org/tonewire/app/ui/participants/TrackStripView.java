package org.tonewire.app.ui.participants;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Fader;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.MuteButton;
import org.tonewire.app.ui.control.StripKeys;
import org.tonewire.app.ui.meter.LevelMeterBox;
import org.tonewire.app.ui.meter.MeterTicker;

/// The strip of a received track.
final class TrackStripView extends VBox {
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");

    private static final double NAME_MIN_WIDTH = 110;

    private final TrackStripModel model;
    private final Wording wording;

    TrackStripView(TrackStripModel model, MeterTicker ticker, Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().addAll("track-strip");
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(named("track.strip"));
        getChildren().addAll(title(), new LevelMeterBox(model.meter(), ticker, wording), faders());
        StripKeys.mute(this, model::toggleMuted);
        StripKeys.solo(this, model::toggleSolo);
        model.muted().subscribe(now -> pseudoClassStateChanged(MUTED, now));
    }

    private Node title() {
        Label label = Layouts.label("track-name", "");
        label.textProperty().bind(model.name());
        Label silent = Layouts.label("strip-status", wording.text("track.muted-by-owner"));
        silent.setGraphic(Icon.MUTED.node());
        silent.setMinWidth(USE_PREF_SIZE);
        Fader pan = Fader.pan(named("track.pan"), wording);
        pan.connect(model.pan(), model::setPan);
        Label quality = Layouts.label("track-quality", "");
        quality.textProperty().bind(model.quality());
        quality.setMinWidth(0);
        label.minWidthProperty()
                .bind(model.name().map(name -> Math.min(NAME_MIN_WIDTH, 9 * name.length())));
        return Layouts.row(
                "strip-title",
                label,
                quality,
                Layouts.filler(),
                Layouts.onlyWhen(model.mutedByOwner(), silent),
                pan);
    }

    /// A text with the track's name, which can change.
    private ObservableValue<String> named(String key) {
        return model.name().map(name -> wording.text(key, name));
    }

    private Node faders() {
        ToggleButton mute = new MuteButton(model.name(), wording);
        MuteButton.connect(mute, model.muted(), model::setMuted);
        ToggleButton solo = new ToggleButton(wording.text("solo"));
        solo.getStyleClass().add("solo-button");
        solo.setMinWidth(USE_PREF_SIZE);
        Buttons.explain(solo, named("solo.tip"));
        solo.accessibleTextProperty().bind(named("solo.name"));
        MuteButton.connect(solo, model.solo(), model::setSolo);
        Fader gain = Fader.gain(named("track.gain"), wording);
        gain.connect(model.gainDb(), model::setGain);
        HBox.setHgrow(gain, Priority.ALWAYS);
        return Layouts.row("strip-level", mute, solo, gain);
    }
}
