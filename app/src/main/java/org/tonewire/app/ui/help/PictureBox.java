package org.tonewire.app.ui.help;

import javafx.geometry.Orientation;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// A picture scaled to the available width, but never enlarged.
final class PictureBox extends Region {
    private final ImageView view;
    private final Image image;

    PictureBox(Image image, String words) {
        this.image = image;
        this.view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(words);
        getStyleClass().add("guide-picture");
        setMinWidth(0);
        getChildren().add(view);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + image.getWidth() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = shownWidth(width < 0 ? computePrefWidth(-1) : width);
        return snappedTopInset()
                + inner * image.getHeight() / image.getWidth()
                + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(shownWidth(getWidth()));
        view.relocate(snappedLeftInset(), snappedTopInset());
    }

    private double shownWidth(double width) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        return Math.clamp(inner, 1, image.getWidth());
    }
}
