package org.tonewire.app.ui;

import static javafx.scene.AccessibleAttribute.TEXT;
import static javafx.scene.AccessibleRole.MENU_ITEM;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Window;

/// What a screen reader could not say. FX thread.
final class ScreenReader {
    private static final Set<AccessibleRole> NO_ROLE =
            EnumSet.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    private ScreenReader() {}

    /// What can be reached by keyboard, in all windows.
    static Stream<Node> reachable() {
        return Window.getWindows().stream().map(Window::getScene).flatMap(ScreenReader::reachable);
    }

    static Stream<Node> reachable(Scene scene) {
        return Nodes.seen(scene.getRoot())
                .filter(node -> node.isFocusTraversable() && !node.isDisabled());
    }

    /// Reachable without a name or a role.
    static List<String> unnamed() {
        return reachable()
                .filter(node -> !hasName(node) || NO_ROLE.contains(node.getAccessibleRole()))
                .map(Nodes::describe)
                .toList();
    }

    /// A text field's own text is no name; what a menu's item says is.
    private static boolean hasName(Node node) {
        boolean says = node instanceof Labeled || node.getAccessibleRole() == MENU_ITEM;
        Object name = says ? node.queryAccessibleAttribute(TEXT) : node.getAccessibleText();
        return name instanceof String words && !words.isBlank();
    }
}
