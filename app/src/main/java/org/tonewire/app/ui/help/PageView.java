package org.tonewire.app.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.tonewire.app.ui.control.Layouts;

/// A chapter on a scrolling page; with the focus, it can be scrolled by keys.
final class PageView extends ScrollPane {
    private static final double WIDEST = 760;

    /// The explanation of a message is closer to it than to the previous one.
    private static final Insets ABOVE_MESSAGE = new Insets(10, 0, 0, 0);

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final VBox page = Layouts.column("guide-page");
    private final BlockView blocks;
    private List<Topic> chapter = List.of();
    private List<Node> headings = List.of();

    PageView(Consumer<String> open) {
        this.blocks = new BlockView(open);
        page.setMaxWidth(WIDEST);
        setContent(Layouts.column("guide-centre", page));
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        getStyleClass().addAll("edge-to-edge", "guide-scroll");
    }

    /// Shows the chapter, unless it is shown already, starting at this topic.
    void show(List<Topic> shown, Topic from) {
        if (!shown.equals(chapter)) {
            chapter = shown;
            fill();
        }
        applyCss();
        layout();
        Node heading = headings.get(chapter.indexOf(from));
        headings.forEach(each -> each.pseudoClassStateChanged(CURRENT, each.equals(heading)));
        scrollTo(heading);
    }

    private void fill() {
        page.getChildren().clear();
        List<Node> made = new ArrayList<>();
        for (Topic topic : chapter) {
            Label heading = Layouts.paragraph("guide-heading", topic.title());
            heading.getStyleClass().add("level-" + topic.level());
            made.add(heading);
            page.getChildren().add(heading);
            topic.blocks().forEach(this::add);
        }
        headings = made;
        setAccessibleText(chapter.getFirst().title());
    }

    private void add(Block block) {
        Node node = blocks.node(block);
        if (block instanceof Block.Message) {
            VBox.setMargin(node, ABOVE_MESSAGE);
        }
        page.getChildren().add(node);
    }

    private void scrollTo(Node heading) {
        double hidden =
                getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
        boolean first = heading.equals(headings.getFirst());
        double top = first ? 0 : heading.getBoundsInParent().getMinY();
        setVvalue(hidden <= 0 ? 0 : Math.clamp(top / hidden, 0, 1));
    }
}
