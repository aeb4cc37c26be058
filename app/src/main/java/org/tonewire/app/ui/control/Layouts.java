package org.tonewire.app.ui.control;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The few node layouts that all screens use.
public final class Layouts {
    private Layouts() {}

    /// A row with vertically centred nodes.
    public static HBox row(String styleClass, Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().addAll("row", styleClass);
        return row;
    }

    public static VBox column(String styleClass, Node... nodes) {
        VBox column = new VBox(nodes);
        column.getStyleClass().addAll("column", styleClass);
        return column;
    }

    public static Label label(String styleClass, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    /// A text that wraps.
    public static Label paragraph(String styleClass, String text) {
        Label label = label(styleClass, text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A notice with a button; visible only while its text is not empty.
    public static HBox notice(
            String styleClass,
            Icon icon,
            ObservableValue<Optional<String>> words,
            Node... actions) {
        Label text = paragraph("notice-text", "");
        text.textProperty().bind(words.map(said -> said.orElse("")));
        HBox row = row("notice", icon.node(), text, filler());
        row.getStyleClass().add(styleClass);
        row.getChildren().addAll(actions);
        return onlyWhen(words.map(Optional::isPresent), row);
    }

    /// Fills the free space of a row or column.
    public static Region filler() {
        Region filler = new Region();
        HBox.setHgrow(filler, Priority.ALWAYS);
        VBox.setVgrow(filler, Priority.ALWAYS);
        return filler;
    }

    /// A column that scrolls vertically.
    public static ScrollPane scrolling(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        pane.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    /// Shows the node only while the condition is true; hidden, it takes no space.
    public static <N extends Node> N onlyWhen(ObservableValue<Boolean> condition, N node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
        return node;
    }
}
