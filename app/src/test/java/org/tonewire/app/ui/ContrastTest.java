package org.tonewire.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class ContrastTest {
    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    /// Pairs whose ratios are known from WCAG's own examples.
    @Test
    void ratiosAreThoseOfTheGuidelines() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21, within(0.01));
        assertThat(Contrast.ratio(Color.web("#767676"), Color.WHITE)).isEqualTo(4.54, within(0.01));
        assertThat(Contrast.ratio(Color.web("#ff0000"), Color.WHITE)).isEqualTo(4.00, within(0.01));
    }

    @Test
    void greyOnGreyIsFound() {
        assertThat(faint("#808080", "#a0a0a0")).hasSize(1);
        assertThat(faint("#000000", "#a0a0a0")).isEmpty();
    }

    @Test
    void aVeilOverTheGroundCounts() {
        assertThat(faint("#777777", "rgba(0, 0, 0, 0.1)")).hasSize(1);
        assertThat(faint("#666666", "rgba(0, 0, 0, 0.0)")).isEmpty();
    }

    private static List<String> faint(String ink, String ground) {
        List<String> found = new ArrayList<>();
        TourWindow.fx(() -> {
            Label words = new Label("words");
            words.setStyle("-fx-text-fill: " + ink);
            StackPane pane = new StackPane(words);
            pane.setStyle("-fx-background-color: " + ground);
            Scene scene = new Scene(pane);
            pane.applyCss();
            pane.layout();
            found.addAll(Contrast.faint(scene));
        });
        return found;
    }
}
