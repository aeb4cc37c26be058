package org.tonewire.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folders of a user's own files.
public final class UserFolders {
    private static final String SUBFOLDER = "Tonewire";

    private UserFolders() {}

    /// The default folder for recordings: `Tonewire` in the music folder, as the desktop names it
    /// (`user-dirs.dirs` of xdg-user-dirs), else in the documents folder, else in `Music`.
    ///
    /// @param config the folder of `user-dirs.dirs`
    public static Path recordings(Path home, Path config) {
        Path dirs = config.resolve("user-dirs.dirs");
        return Stream.of(
                        named(dirs, "XDG_MUSIC_DIR", home),
                        Optional.of(home.resolve("Music")),
                        named(dirs, "XDG_DOCUMENTS_DIR", home),
                        Optional.of(home.resolve("Documents")))
                .flatMap(Optional::stream)
                .filter(folder -> Files.isDirectory(folder) && !folder.equals(home))
                .findFirst()
                .orElse(home.resolve("Music"))
                .resolve(SUBFOLDER);
    }

    private static Optional<Path> named(Path dirs, String name, Path home) {
        Pattern line = Pattern.compile("(?m)^\\s*" + name + "=\"(\\$HOME/?)?([^\"\n]*)\"");
        try {
            Matcher found = line.matcher(Files.readString(dirs));
            return found.find()
                    ? Optional.of(home.resolve(found.group(2)).normalize())
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
