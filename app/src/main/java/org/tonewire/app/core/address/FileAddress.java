package org.tonewire.app.core.address;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Files as people write them: paths, `~/` for the home folder, and `file:` URLs of this computer.
public final class FileAddress {
    private FileAddress() {}

    /// Reads a `file:` URL, also one in which blanks and the like are not encoded.
    ///
    /// @return empty if it is none, or of another computer
    public static Optional<Path> ofUrl(String text) {
        if (!text.regionMatches(true, 0, "file:", 0, 5)) {
            return Optional.empty();
        }
        String path = text.substring(5).replaceFirst("^//(?:localhost(?=/))?", "");
        try {
            return path.startsWith("/")
                    ? Optional.of(Path.of(URI.create("file:" + encoded(path))))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String encoded(String path) {
        return WebAddress.encoded(path).replace("?", "%3F");
    }

    /// Reads a path.
    ///
    /// @param home what `~/` stands for
    public static Path ofPath(String text, String home) throws InvalidPathException {
        boolean atHome = text.equals("~") || text.startsWith("~/");
        return atHome ? Path.of(home, text.substring(1)) : Path.of(text);
    }
}
