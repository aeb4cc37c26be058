package org.tonewire.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The Java files of all modules.
final class SourceTree {
    private final Path root;

    private SourceTree(Path root) {
        this.root = root;
    }

    /// Looks upwards from the working directory, which is this module's or the repository's.
    static SourceTree find() {
        for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.isDirectory(here.resolve("signaling-embedded/src"))) {
                return new SourceTree(here);
            }
        }
        throw new IllegalStateException("no source tree above " + Path.of("").toAbsolutePath());
    }

    List<Path> javaFiles() {
        try (var paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> relative(path).matches("[^/]+/src/(main|test)/java/.*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file of the repository.
    Path file(String relative) {
        return root.resolve(relative);
    }

    String relative(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
