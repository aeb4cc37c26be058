package org.tonewire.app.ui.meter;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.audio.Levels;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;

/// A stereo meter with its scale and a clip lamp that stays lit until it is pressed.
public final class LevelMeterBox extends GridPane {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final MeterTicker ticker;
    private final MeterTicker.Animated movement = _ -> updateLamp();
    private final MeterState state = new MeterState();
    private final Button lamp;
    private final String clipped;
    private boolean lit;

    public LevelMeterBox(
            ObservableValue<? extends LevelMeter> meter, MeterTicker ticker, Wording wording) {
        this.ticker = ticker;
        getStyleClass().add("level-meter-box");
        LevelMeterView view = new LevelMeterView(ticker, state, wording);
        view.setSource(reading(meter));
        clipped = wording.text("meter.clipped");
        lamp = new Button(wording.text("meter.clip"));
        lamp.getStyleClass().add("clip-lamp");
        lamp.setMinWidth(USE_PREF_SIZE);
        lamp.setFocusTraversable(false);
        lamp.setOnAction(_ -> reset());
        Buttons.explain(lamp, wording.text("meter.clip.reset"));
        setHgrow(view, Priority.ALWAYS);
        setFillWidth(view, true);
        add(view, 0, 0);
        add(lamp, 1, 0);
        add(new MeterMarks(), 0, 1);
        sceneProperty().addListener((_, before, now) -> attached(before != null, now != null));
    }

    private static Supplier<Levels> reading(ObservableValue<? extends LevelMeter> meter) {
        return () -> meter.getValue().read();
    }

    private void attached(boolean before, boolean now) {
        if (!before && now) {
            ticker.add(movement);
        } else if (before && !now) {
            ticker.remove(movement);
        }
    }

    private void reset() {
        state.resetClip();
        updateLamp();
    }

    private void updateLamp() {
        boolean now = state.clipped();
        if (now != lit) {
            lit = now;
            lamp.pseudoClassStateChanged(LIT, now);
            lamp.setFocusTraversable(now);
            lamp.setAccessibleText(now ? clipped : null);
        }
    }
}
