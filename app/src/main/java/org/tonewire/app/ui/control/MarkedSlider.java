package org.tonewire.app.ui.control;

import javafx.scene.control.Slider;
import javafx.scene.layout.Region;

/// A slider with a mark at its zero.
final class MarkedSlider extends Region {
    private static final double CAP_WIDTH = 12;
    private static final double MARK_WIDTH = 2;

    private final Slider slider;
    private final Region mark = new Region();

    MarkedSlider(Slider slider) {
        this.slider = slider;
        mark.getStyleClass().add("fader-mark");
        mark.setMouseTransparent(true);
        getChildren().addAll(mark, slider);
        setMinWidth(40);
        setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    protected double computePrefWidth(double height) {
        return slider.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return slider.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        slider.resizeRelocate(0, 0, getWidth(), getHeight());
        double share = -slider.getMin() / (slider.getMax() - slider.getMin());
        double x = CAP_WIDTH / 2 + share * (getWidth() - CAP_WIDTH);
        mark.resizeRelocate(snapPositionX(x - MARK_WIDTH / 2), 0, MARK_WIDTH, getHeight());
    }
}
