package org.tonewire.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.tonewire.app.ui.control.RestingCaret;

/// When the caret of a text field blinks.
class RestingCaretTest {
    private final TextField field = new TextField();
    private final Button other = new Button("Other");
    private boolean blinks;

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void itRestsUntilTheNextKeyAndWhereNothingIsWritten() {
        TourWindow.fx(() -> {
            field.setSkin(new WatchedSkin());
            Scene scene = new Scene(new VBox(field, other));
            RestingCaret caret = RestingCaret.in(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            field.requestFocus();
            assertThat(blinks).isTrue();

            caret.rest();
            assertThat(blinks).isFalse();

            Event.fireEvent(field, press(KeyCode.A));
            assertThat(blinks).isTrue();

            other.requestFocus();
            Event.fireEvent(other, press(KeyCode.A));
            caret.rest();
            assertThat(blinks).isFalse();
            stage.close();
        });
    }

    private static KeyEvent press(KeyCode key) {
        return new KeyEvent(
                KeyEvent.KEY_PRESSED, "", key.getName(), key, false, false, false, false);
    }

    private final class WatchedSkin extends TextFieldSkin {
        WatchedSkin() {
            super(field);
        }

        @Override
        public void setCaretAnimating(boolean value) {
            blinks = value;
            super.setCaretAnimating(value);
        }
    }
}
