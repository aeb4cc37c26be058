package org.tonewire.app.ui.control;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys that work while the focus is anywhere within a strip.
public final class StripKeys {
    private StripKeys() {}

    /// `M` toggles mute.
    public static void mute(Node strip, Runnable toggle) {
        on(strip, KeyCode.M, toggle);
    }

    /// `S` toggles solo.
    public static void solo(Node strip, Runnable toggle) {
        on(strip, KeyCode.S, toggle);
    }

    private static void on(Node strip, KeyCode key, Runnable action) {
        strip.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    boolean plain =
                            !event.isShortcutDown() && !event.isControlDown() && !event.isAltDown();
                    boolean typing = event.getTarget() instanceof TextInputControl;
                    if (event.getCode() == key && plain && !typing) {
                        action.run();
                        event.consume();
                    }
                });
    }
}
