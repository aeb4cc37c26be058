package org.tonewire.app.ui.control;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import org.tonewire.app.text.Wording;

/// A mute button; its text shows whether it is on.
public final class MuteButton extends ToggleButton {
    public MuteButton(ObservableValue<String> name, Wording wording) {
        getStyleClass().add("mute-button");
        setMinWidth(USE_PREF_SIZE);
        setGraphic(Icon.HEARD.node());
        setText(wording.text("mute.off"));
        Buttons.explain(this, name.map(of -> wording.text("mute.tip", of)));
        accessibleTextProperty().bind(name.map(of -> wording.text("mute.name", of)));
        selectedProperty()
                .subscribe(muted -> {
                    setText(wording.text(muted ? "mute.on" : "mute.off"));
                    setGraphic((muted ? Icon.MUTED : Icon.HEARD).node());
                });
    }

    /// Binds the button to a model: shows its value, and reports changes by the user.
    public static void connect(
            ToggleButton button, ObservableValue<Boolean> shown, Consumer<Boolean> want) {
        shown.subscribe(button::setSelected);
        button.setOnAction(_ -> want.accept(button.isSelected()));
    }
}
