package org.tonewire.app.ui;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// What does not fit in a scene. FX thread.
final class Layout {
    /// Names that people and devices have may be as long as they like: they end in dots.
    private static final Set<String> NAMES =
            Set.of(
                    "room-name",
                    "strip-name",
                    "track-name",
                    "track-quality",
                    "recent-name",
                    "stats-title",
                    "list-cell");

    private static final double TOLERANCE = 1;

    private Layout() {}

    /// Words that end in dots for want of room.
    static List<String> clipped(Scene scene) {
        return Nodes.seen(scene.getRoot())
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(labeled -> labeled.getStyleClass().stream().noneMatch(NAMES::contains))
                .filter(Layout::isCut)
                .map(labeled -> "cut: " + Nodes.describe(labeled))
                .toList();
    }

    private static boolean isCut(Labeled labeled) {
        String wanted = labeled.getText() == null ? "" : labeled.getText();
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && child.getStyleClass().contains("text"))
                .map(child -> ((Text) child).getText())
                .anyMatch(shown -> !letters(shown).equals(letters(wanted)));
    }

    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }

    /// Words and controls that reach beyond the window's sides.
    static List<String> beyond(Scene scene) {
        return Nodes.seen(scene.getRoot())
                .filter(Control.class::isInstance)
                .filter(node -> isBeyond(node.localToScene(node.getLayoutBounds()), scene))
                .map(node -> "beyond the window: " + Nodes.describe(node))
                .toList();
    }

    private static boolean isBeyond(Bounds place, Scene scene) {
        return place.getMinX() < -TOLERANCE || place.getMaxX() > scene.getWidth() + TOLERANCE;
    }

    /// What lies over its neighbour, or hangs out of the row or column it is in.
    static List<String> displaced(Scene scene) {
        return Nodes.seen(scene.getRoot())
                .filter(Parent.class::isInstance)
                .map(Parent.class::cast)
                .filter(p -> p instanceof HBox || p instanceof VBox || p instanceof GridPane)
                .flatMap(Layout::displacedIn)
                .toList();
    }

    private static Stream<String> displacedIn(Parent row) {
        List<Node> children =
                row.getChildrenUnmodifiable().stream()
                        .filter(child -> child.isVisible() && child.isManaged())
                        .toList();
        Stream<String> outside =
                children.stream()
                        .filter(child -> isOutside(row.getLayoutBounds(), bounds(child)))
                        .map(child -> "outside: " + Nodes.describe(child));
        Stream<String> over =
                children.stream()
                        .flatMap(one ->
                                children.stream()
                                        .filter(other -> !one.equals(other))
                                        .filter(other -> isOver(bounds(one), bounds(other)))
                                        .map(other ->
                                                Nodes.describe(one)
                                                        + " over "
                                                        + Nodes.describe(other)));
        return Stream.concat(outside, over);
    }

    /// Without shadows and focus rings.
    private static Bounds bounds(Node child) {
        return child.localToParent(child.getLayoutBounds());
    }

    private static boolean isOutside(Bounds row, Bounds child) {
        return child.getMinX() < row.getMinX() - TOLERANCE
                || child.getMaxX() > row.getMaxX() + TOLERANCE;
    }

    private static boolean isOver(Bounds one, Bounds other) {
        double width =
                Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height =
                Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return width > TOLERANCE && height > TOLERANCE;
    }
}
