package org.tonewire.app.ui.meter;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The scale of a meter, in dBFS.
final class MeterMarks extends Region {
    MeterMarks() {
        getStyleClass().add("meter-marks");
        for (double db : MeterScale.MARKS_DB) {
            Label mark = new Label(Integer.toString((int) Math.abs(db)));
            mark.getStyleClass().add("meter-mark");
            getChildren().add(mark);
        }
        setMouseTransparent(true);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(getChildren().getFirst().prefHeight(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 80;
    }

    /// Centres each number at its level; the outer ones stay inside.
    @Override
    protected void layoutChildren() {
        for (int i = 0; i < getChildren().size(); i++) {
            Label mark = (Label) getChildren().get(i);
            double width = mark.prefWidth(-1);
            double centre = MeterScale.place(MeterScale.MARKS_DB[i]) * getWidth();
            double x = Math.clamp(centre - width / 2, 0, Math.max(0, getWidth() - width));
            mark.resizeRelocate(snapPositionX(x), 0, width, getHeight());
        }
    }
}
