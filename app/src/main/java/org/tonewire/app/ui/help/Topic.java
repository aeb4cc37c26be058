package org.tonewire.app.ui.help;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A heading of the guide and what stands below it, up to the next.
///
/// @param level 1 for the guide's own title, 2 for a chapter, 3 for a part of one
/// @param anchor the title as links name it
record Topic(int level, String title, String anchor, List<Block> blocks) {
    boolean beginsChapter() {
        return level <= 2;
    }

    /// Whether each of the words is somewhere in it.
    boolean mentions(String query) {
        String all = title + "\n" + String.join("\n", blocks.stream().map(Block::words).toList());
        String low = all.toLowerCase(Locale.ROOT);
        return Stream.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(low::contains);
    }
}
