package org.tonewire.app.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/// Parses the guide's Markdown. Elements that the window cannot show throw, so that a test finds
/// them.
final class GuideReader {
    private GuideReader() {}

    static Guide read(String markdown) {
        Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
        List<Topic> topics = new ArrayList<>();
        for (Node node : children(parser.parse(markdown)).toList()) {
            if (node instanceof Heading heading) {
                topics.add(topic(heading));
            } else if (topics.isEmpty()) {
                throw new IllegalArgumentException("the guide begins with its title");
            } else {
                topics.getLast().blocks().add(block(node));
            }
        }
        return new Guide(topics);
    }

    private static Topic topic(Heading heading) {
        String title = SpanReader.text(heading);
        return new Topic(heading.getLevel(), title, anchor(title), new ArrayList<>());
    }

    /// The anchor, built like those of the web site made from the same file.
    static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s-]", "")
                .strip()
                .replaceAll("\\s+", "-");
    }

    private static Block block(Node node) {
        return switch (node) {
            case Paragraph paragraph -> paragraph(paragraph);
            case BulletList list -> new Block.Items(0, items(list));
            case OrderedList list -> new Block.Items(list.getMarkerStartNumber(), items(list));
            case BlockQuote quote -> new Block.Message(blocks(quote));
            case FencedCodeBlock code -> new Block.Listing(code.getLiteral().strip());
            case TableBlock table -> new Block.Table(rows(table));
            default -> throw new IllegalArgumentException("the guide cannot show " + node);
        };
    }

    private static Block paragraph(Paragraph paragraph) {
        return paragraph.getFirstChild() instanceof Image image && image.getNext() == null
                ? new Block.Picture(image.getDestination(), SpanReader.text(image))
                : new Block.Paragraph(SpanReader.spans(paragraph));
    }

    private static List<List<Block>> items(Node list) {
        return children(list).map(GuideReader::blocks).toList();
    }

    private static List<Block> blocks(Node parent) {
        return children(parent).map(GuideReader::block).toList();
    }

    private static List<List<Block.Paragraph>> rows(TableBlock table) {
        return children(table)
                .flatMap(GuideReader::children)
                .filter(TableRow.class::isInstance)
                .map(GuideReader::cells)
                .toList();
    }

    private static List<Block.Paragraph> cells(Node row) {
        return children(row)
                .filter(TableCell.class::isInstance)
                .map(cell -> new Block.Paragraph(SpanReader.spans(cell)))
                .toList();
    }

    static Stream<Node> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNext);
    }
}
