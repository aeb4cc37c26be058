package org.tonewire.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the Debian package does after it is unpacked, in a folder that stands for the system.
final class PostinstTest {
    @TempDir Path root;

    private Path old;
    private Path current;

    @BeforeEach
    void serverOfAnEarlierPackage() throws IOException {
        Path state = root.resolve("var/lib/tonewire");
        current = state.resolve("certificate");
        old = state.resolve("tonewire/certificate");
        Files.createDirectories(old);
        Files.writeString(old.resolve("key"), "old");
    }

    @Test
    void anUpgradeKeepsTheCertificateOfTheServer() throws Exception {
        upgrade();
        assertThat(current.resolve("key")).hasContent("old");
        assertThat(old).doesNotExist();
    }

    @Test
    void aCertificateThatIsUsedIsNotReplaced() throws Exception {
        Files.createDirectories(current);
        Files.writeString(current.resolve("key"), "new");
        upgrade();
        assertThat(current.resolve("key")).hasContent("new");
        assertThat(old.resolve("key")).hasContent("old");
    }

    /// With `mv` as the only program, so that nothing of this computer is touched.
    private void upgrade() throws Exception {
        Path programs = Files.createDirectories(root.resolve("bin"));
        Path mv = programs.resolve("mv");
        Files.writeString(mv, "#!/bin/sh\nexec /bin/mv \"$@\"\n");
        assertThat(mv.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder =
                new ProcessBuilder(
                        "/bin/sh",
                        Shell.packaging().resolve("linux/postinst").toString(),
                        "configure",
                        "0.1");
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("DPKG_ROOT", root.toString());
        assertThat(builder.inheritIO().start().waitFor()).isZero();
    }
}
