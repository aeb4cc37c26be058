package org.tonewire.app.ui.source;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.meter.MeterTicker;

/// The position in a file, sampled four times a second while visible.
final class SourceProgress extends HBox {
    private static final long EVERY_NANOS = 250_000_000L;

    private final SourceStripModel model;
    private final MeterTicker ticker;
    private final Wording wording;
    private final MeterTicker.Animated movement = this::move;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label();
    private long lastNanos;

    SourceProgress(SourceStripModel model, MeterTicker ticker, Wording wording) {
        this.model = model;
        this.ticker = ticker;
        this.wording = wording;
        getStyleClass().addAll("row", "source-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(wording.text("source.progress"));
        setHgrow(bar, Priority.ALWAYS);
        words.getStyleClass().add("numbers");
        words.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(bar, words);
        sample();
        sceneProperty().addListener((_, before, now) -> attached(before != null, now != null));
    }

    private void attached(boolean before, boolean now) {
        if (!before && now) {
            ticker.add(movement);
        } else if (before && !now) {
            ticker.remove(movement);
        }
    }

    private void move(long nanos) {
        if (nanos - lastNanos >= EVERY_NANOS) {
            lastNanos = nanos;
            sample();
        }
    }

    private void sample() {
        SourcePosition position = model.position();
        bar.setVisible(position.total().isPresent());
        bar.setProgress(SourceTexts.progress(position));
        words.setText(SourceTexts.position(position, wording));
    }
}
