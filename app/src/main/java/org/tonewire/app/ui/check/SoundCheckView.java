package org.tonewire.app.ui.check;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.DevicePickers;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.MuteButton;
import org.tonewire.app.ui.control.PickBox;
import org.tonewire.app.ui.control.ProblemBox;
import org.tonewire.app.ui.meter.LevelMeterBox;
import org.tonewire.app.ui.meter.MeterTicker;
import org.tonewire.app.ui.model.DeviceModel;

/// Side by side: the name field, the microphone with its level, the output device with a test tone.
/// Devices are released when this is no longer shown.
public final class SoundCheckView extends VBox {
    private final SoundCheckModel model;
    private final MeterTicker ticker;
    private final Wording wording;

    /// @param first shown at the left
    public SoundCheckView(
            Node first,
            SoundCheckModel model,
            DeviceModel devices,
            MeterTicker ticker,
            Wording wording) {
        this.model = model;
        this.ticker = ticker;
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "sound-check");
        HBox row = new HBox(first, microphone(devices), output(devices));
        row.getStyleClass().add("sound-check-row");
        getChildren()
                .addAll(
                        row,
                        problem(model.microphone().problem()),
                        problem(model.tone().problem()));
        sceneProperty().map(Objects::nonNull).orElse(false).subscribe(this::seen);
    }

    private Node microphone(DeviceModel devices) {
        PickBox<Optional<DeviceId>> picker =
                DevicePickers.microphone(
                        wording.text("check.microphone"),
                        devices,
                        model.microphoneChoice(),
                        model::useMicrophone);
        ToggleButton setLanguage = button(model.microphone(), Icon.MICROPHONE, "check.speak");
        return part("check.microphone", picker, setLanguage, model.microphone());
    }

    private Node output(DeviceModel devices) {
        PickBox<OutputChoice> picker =
                DevicePickers.output(
                        wording.text("output.device"),
                        devices,
                        model.outputChoice(),
                        model::useOutput);
        ToggleButton play = button(model.tone(), Icon.HEARD, "check.play");
        play.disableProperty().bind(model.outputChoice().map(OutputChoice.None.class::isInstance));
        return part("output.device", picker, play, model.tone());
    }

    private Node part(String key, PickBox<?> picker, ToggleButton button, DeviceTest deviceTest) {
        Label title = Layouts.label("field-label", wording.text(key));
        title.setLabelFor(picker);
        LevelMeterBox meter = new LevelMeterBox(deviceTest.meter(), ticker, wording);
        HBox.setHgrow(meter, Priority.ALWAYS);
        HBox row = Layouts.row("check-row", button, meter);
        VBox part = Layouts.column("field", title, picker, row);
        part.getStyleClass().add("check-part");
        part.setPrefWidth(100);
        HBox.setHgrow(part, Priority.ALWAYS);
        return part;
    }

    private ToggleButton button(DeviceTest deviceTest, Icon icon, String key) {
        ToggleButton button = Buttons.toggle(icon, wording.text(key));
        button.getStyleClass().add("check-button");
        button.setMinWidth(USE_PREF_SIZE);
        Buttons.explain(button, wording.text(key + ".tip"));
        button.setAccessibleText(wording.text(key + ".tip"));
        MuteButton.connect(button, deviceTest.running(), _ -> deviceTest.toggle());
        deviceTest
                .running()
                .subscribe(now -> button.setText(wording.text(now ? "check.stop" : key)));
        return button;
    }

    private Node problem(ObservableValue<Optional<Problem>> problem) {
        return new ProblemBox(wording).follow(problem);
    }

    private void seen(boolean now) {
        if (!now) {
            model.stop();
        }
    }
}
