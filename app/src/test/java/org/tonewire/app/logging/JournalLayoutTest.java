package org.tonewire.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/// A server that is run by systemd.
final class JournalLayoutTest {
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    @ParameterizedTest
    @CsvSource({"ERROR, 3", "WARN, 4", "INFO, 6", "DEBUG, 7"})
    void theJournalIsToldThePriorityOfEachEntry(String level, int priority) {
        LineLayout lines = LineLayout.brief(Optional::empty);
        assertThat(new JournalLayout(lines).doLayout(entry(level)))
                .isEqualTo("<" + priority + ">" + lines.doLayout(entry(level)));
    }

    /// The variable is inherited by programs whose standard error is something else.
    @Test
    @Tag("posix")
    void onlyTheStreamOfTheJournalIsOne(@TempDir Path folder) throws Exception {
        Path journal = Files.createFile(folder.resolve("journal"));
        Path other = Files.createFile(folder.resolve("other"));
        String stream =
                Files.getAttribute(journal, "unix:dev")
                        + ":"
                        + Files.getAttribute(journal, "unix:ino");

        assertThat(JournalLayout.isStream(stream, journal)).isTrue();
        assertThat(JournalLayout.isStream(stream, other)).isFalse();
        assertThat(JournalLayout.isStream(stream, folder.resolve("none"))).isFalse();
        assertThat(JournalLayout.isStream(null, journal)).isFalse();
    }

    private ILoggingEvent entry(String level) {
        LoggingEvent entry =
                new LoggingEvent(
                        "", context.getLogger("x.Y"), Level.toLevel(level), "said", null, null);
        entry.setTimeStamp(0);
        return entry;
    }
}
