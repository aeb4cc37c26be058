package org.tonewire.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserFoldersTest {
    @TempDir Path home;

    @Test
    void theDesktopsMusicFolderIsUsed() throws IOException {
        Files.createDirectories(home.resolve("Musik"));
        Files.createDirectories(home.resolve("Music"));
        Files.writeString(home.resolve("user-dirs.dirs"), "# x\nXDG_MUSIC_DIR=\"$HOME/Musik\"\n");
        assertThat(recordings()).isEqualTo(home.resolve("Musik/Tonewire"));
    }

    @Test
    void withoutAMusicFolderTheDocumentsFolderIsUsed() throws IOException {
        Files.createDirectories(home.resolve("Documents"));
        Files.writeString(home.resolve("user-dirs.dirs"), "XDG_MUSIC_DIR=\"$HOME/\"\n");
        assertThat(recordings()).isEqualTo(home.resolve("Documents/Tonewire"));
    }

    @Test
    void withoutEitherTheMusicFolderIsCreated() {
        assertThat(recordings()).isEqualTo(home.resolve("Music/Tonewire"));
    }

    private Path recordings() {
        return UserFolders.recordings(home, home);
    }
}
