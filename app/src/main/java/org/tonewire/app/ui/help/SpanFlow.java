package org.tonewire.app.ui.help;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A paragraph; it wraps.
final class SpanFlow extends TextFlow {
    SpanFlow(List<Span> spans, Consumer<String> open) {
        getStyleClass().add("guide-text");
        spans.forEach(span -> getChildren().add(node(span, open)));
    }

    private static Node node(Span span, Consumer<String> open) {
        return switch (span) {
            case Span.Words(String text, Span.Weight weight) -> words(text, weight);
            case Span.Typed(String text) -> typed(text);
            case Span.Link(String text, String target) -> link(text, () -> open.accept(target));
        };
    }

    private static Node words(String text, Span.Weight weight) {
        Text words = new Text(text);
        words.getStyleClass()
                .addAll(
                        "guide-words",
                        switch (weight) {
                            case PLAIN -> "plain";
                            case STRONG -> "strong";
                            case SLANTED -> "slanted";
                        });
        return words;
    }

    private static Node typed(String text) {
        Label typed = new Label(text);
        typed.getStyleClass().add("guide-typed");
        return typed;
    }

    private static Node link(String text, Runnable follow) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(_ -> follow.run());
        return link;
    }
}
