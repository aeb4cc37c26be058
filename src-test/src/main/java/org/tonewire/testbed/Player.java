package org.tonewire.testbed;

import java.nio.file.Path;
import java.time.Duration;

/// Another program that plays a file into a sink.
public final class Player implements AutoCloseable {
    private static final Duration CALM = Duration.ofMillis(200);

    private final ChildProcess child;

    private Player(ChildProcess child) {
        this.child = child;
    }

    public static Player play(SoundServer server, Path file, String sink) {
        return play(server, file, sink, CALM);
    }

    /// Plays with so much queued ahead of the device.
    public static Player play(SoundServer server, Path file, String sink, Duration ahead) {
        return new Player(
                ChildProcess.start(
                        "paplay",
                        server.environment(),
                        ChildProcess.ahead(
                                "paplay",
                                "--device=" + sink,
                                "--latency-msec=" + ahead.toMillis(),
                                file.toString())));
    }

    /// Waits until the file has been played to its end.
    public void awaitEnd(Duration timeout) {
        int code = child.awaitExit(timeout);
        if (code != 0) {
            throw new AssertionError(child.report());
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
