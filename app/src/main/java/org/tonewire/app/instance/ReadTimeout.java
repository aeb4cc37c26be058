package org.tonewire.app.instance;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes a channel whose peer is silent for too long, because its reads have no timeout. Close
/// this after the exchange.
final class ReadTimeout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadTimeout.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Thread watch;

    private ReadTimeout(Thread watch) {
        this.watch = watch;
    }

    static ReadTimeout with(SocketChannel channel) {
        Thread reader = Thread.currentThread();
        return new ReadTimeout(
                Thread.ofVirtual()
                        .name("launch-timeout")
                        .start(() -> closeWhenLate(reader, channel)));
    }

    private static void closeWhenLate(Thread reader, SocketChannel channel) {
        try {
            if (!reader.join(LIMIT)) {
                channel.close();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("a silent channel does not close", e);
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
