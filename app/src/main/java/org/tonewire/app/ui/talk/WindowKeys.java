package org.tonewire.app.ui.talk;

import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Watches the talk key while the window is in front. FX thread.
public final class WindowKeys {
    private WindowKeys() {}

    public static void hear(Stage stage, Scene scene, TalkViewModel model) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, model));
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> released(event, model));
        stage.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        model.windowLeft();
                    }
                });
    }

    private static void pressed(KeyEvent event, TalkViewModel model) {
        boolean chosen = event.getTarget() instanceof KeyButton button && button.isChoosing();
        if (!chosen && PressedKey.of(event).filter(model::pressedHere).isPresent()) {
            event.consume();
        }
    }

    private static void released(KeyEvent event, TalkViewModel model) {
        if (model.releasedHere(PressedKey.name(event.getCode()))) {
            event.consume();
        }
    }
}
