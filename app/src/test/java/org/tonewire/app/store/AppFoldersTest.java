package org.tonewire.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AppFoldersTest {
    private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

    @Test
    void linuxFollowsTheXdgVariables() {
        AppFolders folders = AppFolders.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "/etc/ada"));
        assertThat(folders.config()).isEqualTo(Path.of("/etc/ada/tonewire"));
        assertThat(folders.data()).isEqualTo(HOME.resolve(".local/share/tonewire"));
        assertThat(folders.state()).isEqualTo(HOME.resolve(".local/state/tonewire"));
    }

    @Test
    void aRelativeXdgVariableIsIgnored() {
        AppFolders folders = AppFolders.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "here"));
        assertThat(folders.config()).isEqualTo(HOME.resolve(".config/tonewire"));
    }

    @Test
    void macUsesTheLibraryFolder() {
        AppFolders folders = AppFolders.of("Mac OS X", HOME, Map.of());
        assertThat(folders.config())
                .isEqualTo(HOME.resolve("Library/Application Support/Tonewire"));
        assertThat(folders.state()).isEqualTo(HOME.resolve("Library/Logs/Tonewire"));
    }

    @Test
    void windowsUsesTheProfileFolder() {
        AppFolders folders = AppFolders.of("Windows 11", HOME, Map.of());
        assertThat(folders.config()).isEqualTo(HOME.resolve("AppData/Roaming/Tonewire"));
        assertThat(folders.data()).isEqualTo(HOME.resolve("AppData/Local/Tonewire"));
    }

    @Test
    void tonewireHomeOverridesAllFolders() {
        AppFolders folders = AppFolders.of("Linux", HOME, Map.of("TONEWIRE_HOME", "/tmp/tw"));
        assertThat(folders)
                .isEqualTo(
                        new AppFolders(
                                Path.of("/tmp/tw/config"),
                                Path.of("/tmp/tw/data"),
                                Path.of("/tmp/tw/state")));
    }
}
