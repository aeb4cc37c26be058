package org.tonewire.app.ui.control;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tonewire.app.text.Wording;

/// A slider with its value: a gain from -60 to +12 dB, or a pan from left to right. Arrow keys
/// change it by one step; `0` and a double-click reset it.
public final class Fader extends HBox {
    private static final double MIN_GAIN_DB = -60;
    private static final double MAX_GAIN_DB = 12;

    private final Slider slider;
    private final Label value = new Label();
    private final DoubleFunction<String> words;
    private boolean following;

    private Fader(Slider slider, ObservableValue<String> name, DoubleFunction<String> words) {
        this.slider = slider;
        this.words = words;
        getStyleClass().add("fader");
        setAlignment(Pos.CENTER_LEFT);
        MarkedSlider marked = new MarkedSlider(slider);
        setHgrow(marked, Priority.ALWAYS);
        slider.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        slider.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        value.getStyleClass().add("fader-value");
        value.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(marked, value);
        tell(0);
        slider.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> name.getValue() + ", " + value.getText(),
                                name,
                                value.textProperty()));
    }

    /// A gain fader, in dB.
    public static Fader gain(ObservableValue<String> name, Wording wording) {
        Slider slider = new Slider(MIN_GAIN_DB, MAX_GAIN_DB, 0);
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(12);
        Fader fader = new Fader(slider, name, wording::gain);
        fader.getStyleClass().add("gain-fader");
        explain(slider, name.map(of -> wording.text("fader.gain.tip", of)));
        return fader;
    }

    /// A pan fader, from left (-1) to right (1).
    public static Fader pan(ObservableValue<String> name, Wording wording) {
        Slider slider = new Slider(-1, 1, 0);
        slider.setBlockIncrement(0.1);
        Fader fader = new Fader(slider, name, place -> panWords(place, wording));
        fader.getStyleClass().add("pan-fader");
        explain(slider, name.map(of -> wording.text("fader.pan.tip", of)));
        return fader;
    }

    /// The accessible text of the slider is its name and value.
    private static void explain(Slider slider, ObservableValue<String> words) {
        Buttons.tooltip(slider, words.getValue()).textProperty().bind(words);
    }

    /// Binds the fader to a model: shows its value, and reports changes by the user.
    public void connect(ObservableDoubleValue shown, DoubleConsumer want) {
        slider.valueProperty()
                .addListener((_, _, now) -> {
                    tell(now.doubleValue());
                    if (!following) {
                        want.accept(rounded(now.doubleValue()));
                    }
                });
        shown.addListener((_, _, now) -> follow(now.doubleValue()));
        follow(shown.get());
    }

    private void follow(double now) {
        if (rounded(slider.getValue()) == rounded(now)) {
            return;
        }
        following = true;
        try {
            slider.setValue(now);
        } finally {
            following = false;
        }
    }

    private void tell(double now) {
        value.setText(words.apply(rounded(now)));
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            slider.setValue(0);
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DIGIT0 || event.getCode() == KeyCode.NUMPAD0) {
            slider.setValue(0);
            event.consume();
        }
    }

    private double rounded(double exact) {
        double steps = slider.getMax() > 1 ? 10 : 100;
        return Math.round(exact * steps) / steps;
    }

    private static String panWords(double place, Wording wording) {
        long percent = Math.round(Math.abs(place) * 100);
        if (percent == 0) {
            return wording.text("fader.pan.centre");
        }
        return wording.text(place < 0 ? "fader.pan.left" : "fader.pan.right", percent);
    }
}
