package org.tonewire.app.ui.record;

import java.time.Duration;
import javafx.scene.control.ToggleButton;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.MuteButton;
import org.tonewire.app.ui.meter.MeterTicker;

/// Begins and ends recording, and shows for how long it has been running.
public final class RecordButton extends ToggleButton {
    private final RecordViewModel model;
    private final MeterTicker ticker;
    private final Wording wording;
    private final MeterTicker.Moving clock = _ -> showTime();
    private long shownSeconds = -1;
    private boolean ticking;

    public RecordButton(RecordViewModel model, MeterTicker ticker, Wording wording) {
        super("", Icon.RECORD.node());
        this.model = model;
        this.ticker = ticker;
        this.wording = wording;
        getStyleClass().add("record-button");
        setMinWidth(USE_PREF_SIZE);
        disableProperty().bind(model.changing());
        model.running().subscribe(this::showState);
        MuteButton.connect(this, model.running(), _ -> model.toggle());
        sceneProperty().subscribe(_ -> tickWhileSeen());
    }

    private void showState(boolean running) {
        Buttons.explain(this, wording.text(running ? "record.stop.tip" : "record.start.tip"));
        setAccessibleText(wording.text(running ? "record.stop" : "record.start"));
        shownSeconds = -1;
        if (running) {
            showTime();
        } else {
            setText(wording.text("record"));
        }
        tickWhileSeen();
    }

    private void tickWhileSeen() {
        boolean wanted = model.running().get() && getScene() != null;
        if (wanted == ticking) {
            return;
        }
        ticking = wanted;
        if (wanted) {
            ticker.add(clock);
        } else {
            ticker.remove(clock);
        }
    }

    private void showTime() {
        Duration elapsed = model.elapsed();
        if (elapsed.toSeconds() != shownSeconds) {
            shownSeconds = elapsed.toSeconds();
            setText(wording.duration(elapsed));
        }
    }
}
