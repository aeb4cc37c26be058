package org.tonewire.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables of threads and locks in `docs/ARCHITECTURE.md` are those of the sources that ship.
class ThreadTableTest {
    /// Whatever starts a thread, up to the end of the statement.
    private static final Pattern STARTS =
            Pattern.compile(
                    "(?:Thread\\.of(?:Platform|Virtual)\\(\\)|new Thread\\("
                            + "|new (?:DefaultThreadFactory|EventLoop|BoundedThread)\\("
                            + "|new StreamThread<>\\()[^;]*;");

    private static final Pattern UNNAMED =
            Pattern.compile(
                    "Thread\\.of(?:Platform|Virtual)\\(\\)(?!\\s*(?:\\.daemon\\(\\)\\s*)?\\.name\\()"
                            + "|\\b(?:startVirtualThread|newVirtualThreadPerTaskExecutor)\\b");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z-]+)\"");
    private static final Pattern LOCK =
            Pattern.compile(
                    "new ReentrantLock\\(|^\\s*(?!///).*\\bsynchronized\\b", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final SourceTree tree = SourceTree.find();
    private final List<String> architecture = SourceTree.lines(tree.file("docs/ARCHITECTURE.md"));

    @Test
    void everyThreadHasAName() {
        List<String> unnamed = new ArrayList<>();
        shipped()
                .filter(file -> UNNAMED.matcher(text(file)).find())
                .forEach(file -> unnamed.add(tree.relative(file)));
        assertThat(unnamed).isEmpty();
    }

    @Test
    void theTableOfThreadsIsComplete() {
        Set<String> started =
                shipped()
                        .flatMap(file -> STARTS.matcher(text(file)).results())
                        .map(MatchResult::group)
                        .flatMap(statement -> LITERAL.matcher(statement).results().limit(1))
                        .map(literal -> literal.group(1).replaceFirst("^-", "session-"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(firstColumn("| thread |")).containsExactlyInAnyOrderElementsOf(started);
    }

    @Test
    void theTableOfLocksIsComplete() {
        Set<String> locking =
                shipped()
                        .filter(file -> LOCK.matcher(text(file)).find())
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(firstColumn("| lock in |")).containsExactlyInAnyOrderElementsOf(locking);
    }

    private Stream<Path> shipped() {
        return tree.javaFiles().stream()
                .filter(file ->
                        tree.relative(file).matches("(app|signaling-embedded)/src/main/.*"));
    }

    private static String text(Path file) {
        return String.join("\n", SourceTree.lines(file));
    }

    /// What stands as code in the first cell of each row.
    private Set<String> firstColumn(String header) {
        Set<String> names = new TreeSet<>();
        architecture.stream()
                .dropWhile(line -> !line.startsWith(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[1])
                .forEach(cell ->
                        CODE.matcher(cell).results().forEach(name -> names.add(name.group(1))));
        return names;
    }
}
