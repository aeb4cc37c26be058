package org.tonewire.app.ui;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/// What there is to see in a scene. FX thread.
final class Nodes {
    private Nodes() {}

    /// The node and all below it, as far as they can be seen, in the order of the scene graph.
    static Stream<Node> seen(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return Stream.empty();
        }
        Stream<Node> below =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(Nodes::seen)
                        : Stream.empty();
        return Stream.concat(Stream.of(node), below);
    }

    static boolean isWithin(Node node, String styleClass) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(styleClass)) {
                return true;
            }
        }
        return false;
    }

    /// For a message that says which node is meant.
    static String describe(Node node) {
        String text = node instanceof Labeled labeled ? labeled.getText() : "";
        String spoken = node.getAccessibleText() == null ? "" : node.getAccessibleText();
        return node.getClass().getSimpleName()
                + node.getStyleClass()
                + " “"
                + text
                + "” “"
                + spoken
                + "”";
    }
}
