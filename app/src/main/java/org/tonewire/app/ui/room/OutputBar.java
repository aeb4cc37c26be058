package org.tonewire.app.ui.room;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.DevicePickers;
import org.tonewire.app.ui.control.Fader;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.PickBox;
import org.tonewire.app.ui.control.ProblemBox;
import org.tonewire.app.ui.meter.LevelMeterBox;
import org.tonewire.app.ui.meter.MeterTicker;
import org.tonewire.app.ui.model.DeviceModel;

/// The bottom of the room: output device, master volume and output meter.
final class OutputBar extends VBox {
    OutputBar(OutputViewModel model, DeviceModel devices, MeterTicker ticker, Wording wording) {
        getStyleClass().add("output-bar");
        Label title = Layouts.label("output-title", wording.text("output.title"));
        title.setGraphic(Icon.OUTPUT.node());
        title.setMinWidth(USE_PREF_SIZE);
        PickBox<OutputChoice> picker =
                DevicePickers.output(
                        wording.text("output.device"), devices, model.choice(), model::use);
        picker.setPrefWidth(260);
        Fader fader = Fader.gain(new SimpleStringProperty(wording.text("output.gain")), wording);
        fader.connect(model.masterGainDb(), model::setMasterGain);
        LevelMeterBox meter = new LevelMeterBox(model.meter(), ticker, wording);
        HBox.setHgrow(fader, Priority.ALWAYS);
        HBox.setHgrow(meter, Priority.ALWAYS);
        fader.setMaxWidth(320);
        meter.setMaxWidth(460);
        getChildren()
                .addAll(
                        new ProblemBox(wording).follow(model.problem()),
                        Layouts.row("output-row", title, picker, fader, Layouts.filler(), meter));
    }
}
