package org.tonewire.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// A log file on a disk that is slow.
final class LateLogFileTest {
    private static final int MORE = 7;

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger logger = context.getLogger("late.Test");

    @TempDir Path folder;
    private LateLogFile log;

    @BeforeEach
    void start() {
        log = new LateLogFile(folder);
        log.setContext(context);
        log.start();
    }

    @AfterEach
    void stop() {
        log.stop();
    }

    /// The file is a pipe, which cannot be opened until somebody reads it.
    @Test
    @Tag("posix")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDiskThatDoesNotAnswerHoldsUpNobodyAndLossesAreCounted() throws Exception {
        Path file = pipe();
        for (int i = 0; i < EntryQueue.CAPACITY + MORE; i++) {
            log.doAppend(entry(i));
        }
        assertThat(log.path()).contains(file);

        try (BufferedReader disk = Files.newBufferedReader(file)) {
            assertThat(disk.readLine()).contains(MORE + " entries of the log were not written");
            for (int i = 0; i < EntryQueue.CAPACITY; i++) {
                assertThat(disk.readLine()).endsWith("Test: entry " + i);
            }
        }
    }

    /// The first one waits as long as it is allowed to, the others not at all.
    @Test
    @Tag("posix")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDiskThatDoesNotAnswerIsWaitedForOnce() throws Exception {
        Path file = pipe();
        LateLogFile patient = new LateLogFile(folder, Duration.ofHours(1));
        patient.setContext(context);
        patient.start();
        Thread first = Thread.ofVirtual().start(patient::path);
        while (first.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        assertThat(patient.path()).contains(file);

        try (BufferedReader _ = Files.newBufferedReader(file)) {
            first.join();
            patient.stop();
        }
    }

    @Test
    void whatWasLoggedIsInTheFileAtTheEnd() throws IOException {
        for (int i = 0; i < EntryQueue.CAPACITY / 2; i++) {
            log.doAppend(entry(i));
        }
        log.flush();

        List<String> lines = Files.readAllLines(folder.resolve(LogFile.NAME));
        assertThat(lines).hasSize(EntryQueue.CAPACITY / 2);
        assertThat(lines.getLast()).endsWith("entry " + (EntryQueue.CAPACITY / 2 - 1));
    }

    private Path pipe() throws Exception {
        Path file = folder.resolve(LogFile.NAME);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
        return file;
    }

    private LoggingEvent entry(int number) {
        return new LoggingEvent("", logger, Level.WARN, "entry {}", null, new Object[] {number});
    }
}
