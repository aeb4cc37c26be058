package org.tonewire.app.ui.control;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// Shows one node per model of a list; a node lives as long as its model is in the list.
public final class ListedNodes {
    private ListedNodes() {}

    public static <M> void fill(
            List<Node> nodes, ObservableList<M> models, Function<M, ? extends Node> view) {
        IdentityHashMap<M, Node> known = new IdentityHashMap<>();
        Runnable show =
                () -> {
                    known.keySet().retainAll(models);
                    List<Node> wanted =
                            models.stream()
                                    .<Node>map(model -> known.computeIfAbsent(model, view))
                                    .toList();
                    reorder(nodes, wanted);
                };
        models.addListener((ListChangeListener<M>) _ -> show.run());
        show.run();
    }

    /// Nodes that stay are not removed, so that focus and drags survive.
    private static void reorder(List<Node> nodes, List<Node> wanted) {
        nodes.removeIf(node -> !wanted.contains(node));
        for (int i = 0; i < wanted.size(); i++) {
            Node node = wanted.get(i);
            int at = nodes.indexOf(node);
            if (at < 0) {
                nodes.add(i, node);
            } else if (at != i) {
                nodes.remove(at);
                nodes.add(i, node);
            }
        }
    }
}
