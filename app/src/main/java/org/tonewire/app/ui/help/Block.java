package org.tonewire.app.ui.help;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A block of a page.
sealed interface Block {
    /// The text for searching.
    String words();

    record Paragraph(List<Span> spans) implements Block {
        @Override
        public String words() {
            return spans.stream().map(Span::text).collect(Collectors.joining());
        }
    }

    /// @param first the number of the first item; 0 for bullets
    record Items(int first, List<List<Block>> items) implements Block {
        @Override
        public String words() {
            return joined(items.stream().flatMap(List::stream));
        }
    }

    /// A message of the program.
    record Message(List<Block> blocks) implements Block {
        @Override
        public String words() {
            return joined(blocks.stream());
        }
    }

    record Listing(String text) implements Block {
        @Override
        public String words() {
            return text;
        }
    }

    /// @param rows the first row has the column titles
    record Table(List<List<Paragraph>> rows) implements Block {
        @Override
        public String words() {
            return joined(rows.stream().flatMap(List::stream));
        }
    }

    /// @param file the file in the guide's folder
    record Picture(String file, String words) implements Block {}

    private static String joined(Stream<? extends Block> blocks) {
        return blocks.map(Block::words).collect(Collectors.joining("\n"));
    }
}
