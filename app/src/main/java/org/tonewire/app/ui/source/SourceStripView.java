package org.tonewire.app.ui.source;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.DevicePickers;
import org.tonewire.app.ui.control.Fader;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.MuteButton;
import org.tonewire.app.ui.control.PickBox;
import org.tonewire.app.ui.control.ProblemBox;
import org.tonewire.app.ui.control.Segments;
import org.tonewire.app.ui.control.StripKeys;
import org.tonewire.app.ui.meter.LevelMeterBox;
import org.tonewire.app.ui.meter.MeterTicker;
import org.tonewire.app.ui.model.Choice;
import org.tonewire.app.ui.model.DeviceModel;

/// The strip of a local source.
final class SourceStripView extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");

    private record Status(SourceStatus status, boolean waiting) {}

    private final SourceStripModel model;
    private final DeviceModel devices;
    private final MeterTicker ticker;
    private final Wording wording;

    SourceStripView(
            SourceStripModel model, DeviceModel devices, MeterTicker ticker, Wording wording) {
        this.model = model;
        this.devices = devices;
        this.ticker = ticker;
        this.wording = wording;
        getStyleClass().addAll("strip", "source-strip");
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(named("source.strip"));
        ObservableValue<Boolean> working = model.status().map(now -> !isFailed(now));
        getChildren()
                .addAll(
                        title(),
                        Layouts.onlyWhen(working, meter()),
                        Layouts.onlyWhen(working, level()),
                        origin(working),
                        failure());
        StripKeys.mute(this, model::toggleMuted);
        model.status().subscribe(now -> pseudoClassStateChanged(FAILED, isFailed(now)));
        model.muted().subscribe(now -> pseudoClassStateChanged(MUTED, now));
    }

    private Node title() {
        Label label = Layouts.label("strip-name", "");
        label.textProperty().bind(model.name());
        label.setGraphic(SourceTexts.icon(model.origin().get()).node());
        Label status = Layouts.label("strip-status", "");
        ObservableValue<Status> current =
                model.waiting().flatMap(w -> model.status().map(now -> new Status(now, w)));
        status.textProperty()
                .bind(
                        current.map(now ->
                                wording.text(SourceTexts.status(now.status(), now.waiting()))));
        status.setMinWidth(USE_PREF_SIZE);
        current.subscribe(now -> status.getStyleClass().setAll("strip-status", tone(now)));
        Button remove = Buttons.icon(Icon.REMOVE, named("source.remove"), model::remove);
        remove.setMinWidth(USE_PREF_SIZE);
        return Layouts.row("strip-title", label, Layouts.filler(), status, remove);
    }

    /// A text with the source's name, which can change.
    private ObservableValue<String> named(String key) {
        return model.name().map(name -> wording.text(key, name));
    }

    private Node meter() {
        return new LevelMeterBox(model.meter(), ticker, wording);
    }

    private Node level() {
        ToggleButton mute = new MuteButton(model.name(), wording);
        MuteButton.connect(mute, model.muted(), model::setMuted);
        Fader fader = Fader.gain(named("source.gain"), wording);
        fader.connect(model.gainDb(), model::setGain);
        HBox.setHgrow(fader, Priority.ALWAYS);
        return Layouts.row("strip-level", mute, fader);
    }

    private Node origin(ObservableValue<Boolean> working) {
        Segments<Profile> profile = new Segments<>(wording.text("source.profile"), profiles());
        profile.connect(model.profile(), model::setProfile);
        for (Profile each : Profile.values()) {
            profile.explain(each, wording.text("profile.tip." + key(each)));
        }
        Node from = from(model.origin().get(), working);
        HBox.setHgrow(from, Priority.ALWAYS);
        ChannelMenu channels = new ChannelMenu(model, wording);
        return Layouts.row("strip-origin", from, channels, profile);
    }

    /// A device picker for device sources, a progress bar for files.
    private Node from(SourceOrigin origin, ObservableValue<Boolean> working) {
        return SourceTexts.deviceKind(origin)
                .<Node>map(this::devicePicker)
                .orElseGet(() -> progress(working));
    }

    private Node progress(ObservableValue<Boolean> working) {
        SourceProgress progress = new SourceProgress(model, ticker, wording);
        progress.visibleProperty().bind(working);
        return progress;
    }

    private Node devicePicker(DeviceKind kind) {
        PickBox<Optional<DeviceId>> picker =
                DevicePickers.input(
                        wording.text("source.device", model.name().get()),
                        devices,
                        kind,
                        model.origin().map(_ -> model.device()),
                        model::useDevice);
        picker.accessibleTextProperty().bind(named("source.device"));
        picker.setPrefWidth(80);
        return picker;
    }

    private Node failure() {
        ProblemBox problem = new ProblemBox(wording).follow(model.problem());
        Button reopen = Buttons.labelled(Icon.AGAIN, wording.text("source.again"), model::reopen);
        reopen.accessibleTextProperty().bind(named("source.again.of"));
        reopen.textProperty().bind(model.status().map(this::againWords));
        ObservableValue<Boolean> over = model.status().map(now -> isFailed(now) || isFinished(now));
        Node actions = Layouts.onlyWhen(over, Layouts.row("strip-actions", reopen));
        VBox box = Layouts.column("strip-failure", problem, actions);
        return Layouts.onlyWhen(
                model.status().map(now -> now.trouble().isPresent() || isFinished(now)), box);
    }

    private String againWords(SourceStatus status) {
        return wording.text(isFailed(status) ? "source.again" : "source.replay");
    }

    private List<Choice<Profile>> profiles() {
        return List.of(Profile.values()).stream()
                .map(each -> new Choice<>(each, wording.text("profile." + key(each))))
                .toList();
    }

    private static String key(Profile profile) {
        return switch (profile) {
            case VOICE -> "voice";
            case MUSIC -> "music";
            case STUDIO -> "studio";
        };
    }

    private static String tone(Status current) {
        return switch (current.status()) {
            case SourceStatus.Opening() -> "busy";
            case SourceStatus.Live() -> current.waiting() ? "busy" : "good";
            case SourceStatus.Finished() -> "quiet";
            case SourceStatus.Waiting _, SourceStatus.Failed _ -> "bad";
        };
    }

    private static boolean isFailed(SourceStatus status) {
        return status instanceof SourceStatus.Failed;
    }

    private static boolean isFinished(SourceStatus status) {
        return status instanceof SourceStatus.Finished;
    }
}
