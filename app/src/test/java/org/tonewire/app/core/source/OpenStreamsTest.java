package org.tonewire.app.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.testing.Eventually;

/// Devices are released though another one does not close.
class OpenStreamsTest {
    private final OpenStreams streams = new OpenStreams(Thread::startVirtualThread);

    @Test
    void aStreamThatOpensAfterTheEndIsClosedAtOnce() {
        Hanging late = new Hanging();
        streams.closeAll();
        streams.opened(late);
        Eventually.holds(() -> late.closing.getCount() == 0, () -> "not closed");
        late.mayEnd.countDown();
    }

    @Test
    void theWaitForAStreamThatHangsHasALimitAndItCountsAsOpen() {
        Hanging stream = new Hanging();
        streams.opened(stream);
        streams.closeAll();
        assertThat(streams.awaitEnd(Duration.ofMillis(20))).isFalse();
        assertThat(streams.hasEnded(stream)).isFalse();
        stream.mayEnd.countDown();
        assertThat(streams.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(streams.hasEnded(stream)).isTrue();
    }

    /// A stream whose `close()` returns when the test says so.
    private static final class Hanging implements SourceStream {
        private final CountDownLatch closing = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        @Override
        public String label() {
            return "hanging";
        }

        @Override
        public void start(FrameSink sink, SourceListener listener) {}

        @Override
        public SourcePosition position() {
            throw new UnsupportedOperationException("not used here");
        }

        @Override
        public SourceHealth health() {
            throw new UnsupportedOperationException("not used here");
        }

        @Override
        public void close() {
            closing.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
