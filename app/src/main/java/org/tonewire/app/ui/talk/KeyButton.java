package org.tonewire.app.ui.talk;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.tonewire.app.shell.keys.TalkKey;
import org.tonewire.app.text.Wording;

/// Shows the talk key; once pressed, it records the next allowed key.
public final class KeyButton extends Button {
    private final Wording wording;
    private final ObservableValue<TalkKey> key;
    private final Consumer<TalkKey> want;
    private final ReadOnlyBooleanWrapper unfit = new ReadOnlyBooleanWrapper();
    private boolean choosing;

    public KeyButton(ObservableValue<TalkKey> key, Consumer<TalkKey> want, Wording wording) {
        this.wording = wording;
        this.key = key;
        this.want = want;
        getStyleClass().add("key-button");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> listen());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().subscribe(_ -> choose(false));
        key.subscribe(_ -> say());
    }

    boolean isChoosing() {
        return choosing;
    }

    /// Whether the key pressed last is not allowed.
    public ReadOnlyBooleanProperty unfit() {
        return unfit.getReadOnlyProperty();
    }

    private void listen() {
        requestFocus();
        choose(true);
    }

    private void choose(boolean now) {
        choosing = now;
        unfit.set(false);
        say();
    }

    private void say() {
        String name = key.getValue().text();
        setText(choosing ? wording.text("talk.press") : name);
        setAccessibleText(
                choosing ? wording.text("talk.press") : wording.text("talk.key.of", name));
    }

    private void pressed(KeyEvent event) {
        if (!choosing) {
            return;
        }
        event.consume();
        if (event.getCode() == KeyCode.ESCAPE) {
            choose(false);
        } else if (!event.getCode().isModifierKey()) {
            PressedKey.of(event).ifPresentOrElse(this::take, () -> unfit.set(true));
        }
    }

    private void take(TalkKey taken) {
        want.accept(taken);
        choose(false);
    }
}
