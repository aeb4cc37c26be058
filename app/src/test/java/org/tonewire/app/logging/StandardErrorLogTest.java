package org.tonewire.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Layout;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.tonewire.app.testing.Eventually;

/// A log that is read late, or never.
@Timeout(60)
final class StandardErrorLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("standard-error.Test");
    private final Pipe pipe = new Pipe();

    @BeforeEach
    void standAlone() {
        logger.setAdditive(false);
    }

    @AfterEach
    void stop() {
        pipe.reader.countDown();
        logger.detachAndStopAllAppenders();
    }

    @Test
    void whatIsLoggedIsWrittenInOrder() {
        StandardErrorLog log = begin(LineLayout.brief(Optional::empty));
        pipe.reader.countDown();
        logger.warn("first");
        logger.warn("second");
        log.flush();

        assertThat(pipe.lines()).hasSize(2);
        assertThat(pipe.lines().getFirst()).endsWith("[WARNING] Test: first");
        assertThat(pipe.lines().getLast()).endsWith("[WARNING] Test: second");
    }

    @Test
    void anErrorStreamThatNobodyReadsHoldsUpNobodyAndLossesAreCounted() throws Exception {
        StandardErrorLog log = begin(LineLayout.brief(Optional::empty));
        logger.warn("entry 0");
        pipe.entered.await();
        for (int i = 1; i <= EntryQueue.CAPACITY + 7; i++) {
            logger.warn("entry {}", i);
        }
        log.flush();
        assertThat(pipe.lines()).isEmpty();

        pipe.reader.countDown();

        Eventually.holds(
                () -> pipe.lines().size() == EntryQueue.CAPACITY + 2,
                () -> pipe.lines().size() + " lines");
        List<String> lines = pipe.lines();
        assertThat(lines.getFirst()).endsWith("entry 0");
        assertThat(lines.get(1)).contains("7 entries of the log were not written");
        assertThat(lines.getLast()).endsWith("entry " + EntryQueue.CAPACITY);
    }

    @Test
    void lossesAreCountedInTheFormOfTheLog() throws Exception {
        StandardErrorLog log = begin(LineLayout.brief(Optional::empty));
        log.layOut(LogDefaults.started(logger.getLoggerContext(), new JsonLayout()));
        logger.warn("entry");
        pipe.entered.await();
        for (int i = 0; i <= EntryQueue.CAPACITY; i++) {
            logger.warn("entry");
        }
        pipe.reader.countDown();

        Eventually.holds(() -> pipe.lines().size() > 2, () -> pipe.lines().toString());
        assertThat(pipe.lines().get(1))
                .startsWith("{\"event\":\"log\"")
                .contains("1 entries of the log were not written");
    }

    private StandardErrorLog begin(Layout<ILoggingEvent> layout) {
        StandardErrorLog log =
                new StandardErrorLog(LogDefaults.started(logger.getLoggerContext(), layout), pipe);
        log.setContext(logger.getLoggerContext());
        log.start();
        logger.addAppender(log);
        return log;
    }

    /// A pipe that is full until the reader comes.
    private static final class Pipe extends OutputStream {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch reader = new CountDownLatch(1);
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        List<String> lines() {
            return read.toString(StandardCharsets.UTF_8).lines().toList();
        }

        @Override
        public void write(int value) {
            throw new AssertionError("entries are written whole");
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            entered.countDown();
            try {
                reader.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            read.write(bytes, from, length);
        }
    }
}
