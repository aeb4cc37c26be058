package org.tonewire.app.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.tonewire.app.ui.help.Span.Weight;

/// Parses the content of a paragraph, heading or table cell.
final class SpanReader {
    private SpanReader() {}

    static List<Span> spans(Node parent) {
        List<Span> spans = new ArrayList<>();
        read(parent, Weight.PLAIN, spans);
        return List.copyOf(spans);
    }

    /// The text without formatting and links.
    static String text(Node parent) {
        return spans(parent).stream().map(Span::text).collect(Collectors.joining());
    }

    private static void read(Node parent, Weight weight, List<Span> spans) {
        GuideReader.children(parent)
                .forEach(node -> {
                    switch (node) {
                        case Text text -> add(text.getLiteral(), weight, spans);
                        case SoftLineBreak _ -> add(" ", weight, spans);
                        case HardLineBreak _ -> add("\n", weight, spans);
                        case StrongEmphasis strong -> read(strong, Weight.STRONG, spans);
                        case Emphasis slanted -> read(slanted, Weight.SLANTED, spans);
                        case Code code -> spans.add(new Span.Typed(code.getLiteral()));
                        case Link link ->
                                spans.add(new Span.Link(text(link), link.getDestination()));
                        default ->
                                throw new IllegalArgumentException("the guide cannot show " + node);
                    }
                });
    }

    private static void add(String text, Weight weight, List<Span> spans) {
        if (!spans.isEmpty()
                && spans.getLast() instanceof Span.Words(String before, Weight same)
                && same == weight) {
            spans.set(spans.size() - 1, new Span.Words(before + text, weight));
        } else {
            spans.add(new Span.Words(text, weight));
        }
    }
}
