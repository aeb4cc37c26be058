package org.tonewire.app.ui.start;

import atlantafx.base.controls.RingProgressIndicator;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.tonewire.app.ui.control.Layouts;

/// The main button of a card. While its action runs, progress and a cancel button take its place,
/// so that nothing else moves.
final class ActionSlot extends StackPane {
    /// The style class of cancel buttons.
    static final String CANCEL = "cancel-attempt";

    private static final double RING_SIZE = 22;

    /// @param words what is in progress
    ActionSlot(Button action, ObservableValue<Boolean> underWay, String words, Button cancel) {
        getStyleClass().add("action-slot");
        action.visibleProperty().bind(underWay.map(now -> !now));
        RingProgressIndicator ring = new RingProgressIndicator(0, false);
        ring.progressProperty().bind(underWay.map(now -> now ? -1.0 : 0.0));
        ring.setMinSize(RING_SIZE, RING_SIZE);
        ring.setPrefSize(RING_SIZE, RING_SIZE);
        ring.setMaxSize(RING_SIZE, RING_SIZE);
        Label said = Layouts.label("under-way-text", words);
        cancel.getStyleClass().add(CANCEL);
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.cancelButtonProperty().bind(underWay);
        HBox row = Layouts.row("under-way", ring, said, Layouts.filler(), cancel);
        row.visibleProperty().bind(underWay);
        getChildren().addAll(action, row);
    }
}
