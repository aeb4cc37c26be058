package org.tonewire.app.ui.shell;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.ui.meter.MeterTicker;

/// Applies reduced motion, from the settings or the system: slows meters and stops animations. FX
/// thread.
final class MotionSwitch {
    private static final PseudoClass CALM = PseudoClass.getPseudoClass("calm");

    private final MeterTicker ticker;
    private final Parent frame;
    private Appearance appearance = Appearance.DEFAULT;

    MotionSwitch(MeterTicker ticker, Parent frame) {
        this.ticker = ticker;
        this.frame = frame;
        ObservableValue<Boolean> seen =
                frame.sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(Window::showingProperty)
                        .orElse(false);
        Platform.getPreferences().reducedMotionProperty().when(seen).subscribe(_ -> apply());
    }

    void use(Appearance wanted) {
        appearance = wanted;
        apply();
    }

    private void apply() {
        boolean reduceMotion =
                appearance.lessMotion() || Platform.getPreferences().isReducedMotion();
        if (reduceMotion) {
            ticker.reduceMotion();
        } else {
            ticker.restoreMotion();
        }
        frame.pseudoClassStateChanged(CALM, reduceMotion);
    }
}
