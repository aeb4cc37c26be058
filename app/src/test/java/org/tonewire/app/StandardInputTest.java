package org.tonewire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardInputTest {
    @TempDir Path folder;

    private final InputStream given = new ByteArrayInputStream(new byte[] {1});

    @Test
    @Tag("posix")
    void aFileOfTheRuntimeInItsPlaceIsNotRead() throws IOException {
        Path runtime = folder.resolve("runtime");
        Path modules = Files.createDirectories(runtime.resolve("lib")).resolve("modules");
        Files.write(modules, new byte[] {7, 7});
        Path descriptor = Files.createSymbolicLink(folder.resolve("0"), modules);
        assertThat(StandardInput.of(descriptor, runtime, given).read()).isEqualTo(-1);
    }

    @Test
    @Tag("posix")
    void aFileThatAPersonGivesIsRead() throws IOException {
        Path runtime = Files.createDirectories(folder.resolve("runtime"));
        Path song = Files.write(folder.resolve("song.raw"), new byte[] {1});
        Path descriptor = Files.createSymbolicLink(folder.resolve("0"), song);
        assertThat(StandardInput.of(descriptor, runtime, given)).isSameAs(given);
    }

    @Test
    void whereTheSystemDoesNotTellItIsRead() {
        Path nowhere = folder.resolve("none");
        assertThat(StandardInput.of(nowhere, folder, given)).isSameAs(given);
    }
}
