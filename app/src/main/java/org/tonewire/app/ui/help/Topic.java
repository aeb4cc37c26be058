package org.tonewire.app.ui.help;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A heading of the guide and its content, up to the next heading.
///
/// @param level 1 for the guide's title, 2 for a chapter, 3 for a section
/// @param anchor the link target
record Topic(int level, String title, String anchor, List<Block> blocks) {
    boolean beginsChapter() {
        return level <= 2;
    }

    /// Whether it contains all words.
    boolean mentions(String query) {
        String all = title + "\n" + String.join("\n", blocks.stream().map(Block::words).toList());
        String low = all.toLowerCase(Locale.ROOT);
        return Stream.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(low::contains);
    }
}
