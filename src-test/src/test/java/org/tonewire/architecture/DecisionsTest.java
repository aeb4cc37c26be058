package org.tonewire.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each page of `docs/decisions` has the same form: `# N. Title`, then why (**Context.**), what
/// (**Decided.**) and how one sees that it is so (**Held by.**).
class DecisionsTest {
    private static final List<String> PARTS =
            List.of("**Context.**", "**Decided.**", "**Held by.**");

    private final SourceTree tree = SourceTree.find();

    @Test
    void everyDecisionHasItsNumberInItsTitle() {
        pages().forEach(page -> {
            int number = Integer.parseInt(page.getFileName().toString().substring(0, 4));
            assertThat(SourceTree.lines(page).getFirst())
                    .as(tree.relative(page))
                    .startsWith("# " + number + ". ");
        });
    }

    @Test
    void everyDecisionHasItsPartsInOrder() {
        pages().forEach(page -> {
            List<String> parts =
                    SourceTree.lines(page).stream()
                            .flatMap(line -> PARTS.stream().filter(line::startsWith))
                            .distinct()
                            .toList();
            assertThat(parts).as(tree.relative(page)).isEqualTo(PARTS);
        });
    }

    @Test
    void noTwoDecisionsHaveTheSameNumber() {
        assertThat(pages().map(page -> page.getFileName().toString().substring(0, 4)))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    private Stream<Path> pages() {
        try (Stream<Path> files = Files.list(tree.file("docs/decisions"))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
