package org.tonewire.app.ui.control;

import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Stops the blinking of the caret after ten seconds without a key, as GTK does: a caret that
/// blinks keeps JavaFX drawing frames, about two seconds of processor time a minute. FX thread.
public final class RestingCaret {
    private static final Duration REST_AFTER = Duration.seconds(10);

    private final PauseTransition pause = new PauseTransition(REST_AFTER);
    private @Nullable TextInputControl field;

    private RestingCaret() {
        pause.setOnFinished(_ -> rest());
    }

    /// Watches the text fields of a scene.
    public static RestingCaret in(Scene scene) {
        RestingCaret caret = new RestingCaret();
        scene.focusOwnerProperty().subscribe(caret::follow);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, caret::wake);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, caret::wake);
        return caret;
    }

    private void follow(@Nullable Node focused) {
        field = focused instanceof TextInputControl text ? text : null;
        if (field == null) {
            pause.stop();
        } else {
            pause.playFromStart();
        }
    }

    private void wake(Event event) {
        if (field != null) {
            blink(field, field.isFocused());
            pause.playFromStart();
        }
    }

    /// The caret stands, and is still seen.
    public void rest() {
        if (field != null) {
            blink(field, false);
        }
    }

    private static void blink(TextInputControl field, boolean blinks) {
        if (field.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(blinks);
        }
    }
}
