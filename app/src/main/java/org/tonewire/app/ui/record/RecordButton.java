package org.tonewire.app.ui.record;

import java.time.Duration;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.MuteButton;
import org.tonewire.app.ui.meter.MeterTicker;

/// Starts and stops a recording, and shows its duration.
public final class RecordButton extends ToggleButton {
    private static final PseudoClass INCOMPLETE = PseudoClass.getPseudoClass("incomplete");

    private final RecordViewModel model;
    private final MeterTicker ticker;
    private final Wording wording;
    private final MeterTicker.Animated clock = _ -> showTime();
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
        model.losses().subscribe(this::showLosses);
        MuteButton.connect(this, model.running(), _ -> model.toggle());
        sceneProperty().subscribe(_ -> tickWhileSeen());
    }

    private void showState(boolean running) {
        explain(running, model.losses().get());
        shownSeconds = -1;
        if (running) {
            showTime();
        } else {
            setText(wording.text("record"));
        }
        tickWhileSeen();
    }

    private void showLosses(List<TrackLoss> losses) {
        pseudoClassStateChanged(INCOMPLETE, !losses.isEmpty());
        explain(model.running().get(), losses);
        shownSeconds = -1;
        if (model.running().get()) {
            showTime();
        }
    }

    private void explain(boolean running, List<TrackLoss> losses) {
        String tip = wording.text(running ? "record.stop.tip" : "record.start.tip");
        String name = wording.text(running ? "record.stop" : "record.start");
        String lost =
                losses.isEmpty()
                        ? ""
                        : "\n" + wording.text("record.lost", FinishedRecording.titles(losses));
        Buttons.explain(this, tip + lost);
        setAccessibleText(name + lost);
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
            String time = wording.duration(elapsed);
            setText(model.losses().get().isEmpty() ? time : time + " !");
        }
    }
}
