package org.tonewire.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/// What of the log a person at a terminal sees, and where the rest is.
final class ShownEntriesTest {
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "ERROR, io.netty.util.internal.MacAddressUtil,    WARN,  DENY",
        "ERROR, io.netty.channel.DefaultChannelPipeline,  ERROR, DENY",
        "ERROR, org.tonewire.app.store.wav.WavRecorder,   WARN,  DENY",
        "ERROR, org.tonewire.app.core.loop.EventLoop,     ERROR, NEUTRAL",
        "INFO,  org.tonewire.signaling.server.ServerStart, INFO, NEUTRAL",
        "INFO,  io.netty.util.internal.MacAddressUtil,    WARN,  DENY",
        "DEBUG, io.netty.util.internal.MacAddressUtil,    WARN,  NEUTRAL",
    })
    void entriesOfLibrariesAreShownAtDebugOnly(
            String asked, String logger, String level, FilterReply shown) {
        ShownEntries entries = new ShownEntries();
        entries.from(Level.toLevel(asked));
        assertThat(entries.decide(entry(logger, level, null))).isEqualTo(shown);
    }

    @Test
    void aDefectIsOneLineThatNamesTheFileOfTheRest() throws Exception {
        LateLogFile file = new LateLogFile(folder.resolve("state"));
        file.setContext(context);
        file.start();
        LoggingEvent defect = entry("Loop", "ERROR", new IllegalStateException("why\nand how"));

        assertThat(LineLayout.brief(file::path).doLayout(defect).strip())
                .endsWith(
                        "[ERROR] Loop: it broke (IllegalStateException; "
                                + folder.resolve("state/tonewire.log")
                                + ")")
                .doesNotContain("\n");
        file.doAppend(defect);
        file.flush();
        assertThat(Files.readString(folder.resolve("state/tonewire.log")))
                .contains("it broke", "\tat ");
        assertThat(LineLayout.withStackTraces().doLayout(defect)).contains("\tat ");
        file.stop();
    }

    @Test
    void aRunWithoutWarningsLeavesNoFileAndWithoutAFolderNothingFails() throws Exception {
        LateLogFile file = new LateLogFile(folder.resolve("state"));
        file.setContext(context);
        file.start();
        file.doAppend(entry("Loop", "INFO", null));
        assertThat(folder.resolve("state")).doesNotExist();

        LateLogFile nowhere = new LateLogFile(Files.createFile(folder.resolve("x")).resolve("y"));
        nowhere.setContext(context);
        nowhere.start();
        nowhere.doAppend(entry("Loop", "ERROR", null));
        assertThat(nowhere.path()).isEqualTo(Optional.empty());
    }

    private LoggingEvent entry(String logger, String level, @Nullable Throwable thrown) {
        Logger of = context.getLogger(logger);
        return new LoggingEvent("", of, Level.toLevel(level), "it broke", thrown, new Object[0]);
    }
}
