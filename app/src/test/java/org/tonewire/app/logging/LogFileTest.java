package org.tonewire.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogFileTest {
    private static final long LIMIT = 10_000;

    @TempDir Path folder;
    private final Logger logger = (Logger) LoggerFactory.getLogger("log-file.Test");

    @BeforeEach
    void standAlone() {
        logger.setAdditive(false);
    }

    @Test
    void theLogRotatesAndStaysBounded() throws IOException {
        logger.addAppender(open());
        for (int i = 0; i < 2_000; i++) {
            logger.warn("line {} of a log that would grow and grow", i);
        }
        logger.detachAndStopAllAppenders();
        List<Path> files = files();
        assertThat(files).hasSize(5);
        for (Path file : files) {
            assertThat(Files.size(file)).isLessThan(LIMIT + 1_000);
        }
        assertThat(Files.readString(folder.resolve("state/tonewire.log"))).contains("line 1999");
    }

    @Test
    @Tag("posix")
    void theFolderIsItsOwnersAlone() throws IOException {
        logger.addAppender(open());
        logger.detachAndStopAllAppenders();
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("state"))))
                .isEqualTo("rwx------");
    }

    @Test
    void theLastWarningsAndErrorsAreRemembered() {
        RecentEntries recent = new RecentEntries();
        recent.setContext(logger.getLoggerContext());
        recent.start();
        logger.addAppender(recent);
        logger.info("nothing to see");
        for (int i = 0; i < 100; i++) {
            logger.warn("warning {}", i);
        }
        logger.error("broke", new IllegalStateException("why"));
        logger.detachAndStopAllAppenders();
        assertThat(recent.lines())
                .noneMatch(line -> line.contains("nothing to see") || line.endsWith("warning 40"))
                .anyMatch(line -> line.endsWith("WARNING Test: warning 99"))
                .contains("  java.lang.IllegalStateException: why");
    }

    private Appender<ILoggingEvent> open() {
        return LogFile.open(logger.getLoggerContext(), folder.resolve("state"), LIMIT)
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("state"))) {
            return all.toList();
        }
    }
}
