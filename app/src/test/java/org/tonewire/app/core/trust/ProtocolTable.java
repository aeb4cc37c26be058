package org.tonewire.app.core.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Reads the tables of `docs/PROTOCOL.md`, so that what is promised there is what is tested.
final class ProtocolTable {
    private ProtocolTable() {}

    /// The cells of each line of the table under the heading whose first column has that title;
    /// without the title line and code marks.
    static List<List<String>> rows(String heading, String firstColumn) throws IOException {
        List<String> lines = Files.readAllLines(find());
        int from = lines.indexOf(heading);
        if (from < 0) {
            throw new AssertionError("docs/PROTOCOL.md has no heading: " + heading);
        }
        return lines.subList(from, lines.size()).stream()
                .dropWhile(line -> !line.startsWith("| " + firstColumn + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(ProtocolTable::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    private static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path found = folder.resolve("docs/PROTOCOL.md");
            if (Files.exists(found)) {
                return found;
            }
            folder = folder.getParent();
        }
        throw new AssertionError("docs/PROTOCOL.md is not above the working folder");
    }
}
