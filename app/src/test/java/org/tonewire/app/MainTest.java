package org.tonewire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.logging.Logs;

final class MainTest {
    @Test
    void theLastWordsOfAThreadAreInTheLogWhenItEnds(@TempDir Path folder) throws IOException {
        Logs.toFile(folder);
        try {
            Main.endedByDefect(Thread.currentThread(), new IllegalStateException("on purpose"));
            assertThat(folder.resolve("tonewire.log")).content().contains("on purpose");
        } finally {
            Logs.toStandardError("WARN");
        }
    }
}
