package org.tonewire.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StallWatchTest {
    @Test
    void aStoppedWatcherIsAStall() {
        try (var watch = StallWatch.start()) {
            long start = System.nanoTime();
            signal("-STOP", watch.pids());
            LockSupport.parkNanos(50_000_000);
            signal("-CONT", watch.pids());

            Await.until(
                    "a stall told",
                    Duration.ofSeconds(60),
                    () -> !watch.between(start, System.nanoTime()).isEmpty(),
                    () -> "nothing told");
            assertThat(watch.between(start, System.nanoTime()))
                    .allSatisfy(stall -> assertThat(stall.length()).isPositive());
            assertThat(watch.between(start - 2, start - 1)).isEmpty();
        }
    }

    private static void signal(String signal, List<Long> processes) {
        List<String> command =
                Stream.concat(Stream.of("kill", signal), processes.stream().map(Object::toString))
                        .toList();
        try (var kill = ChildProcess.start("kill", Map.of(), command)) {
            assertThat(kill.awaitExit(Duration.ofSeconds(60))).isZero();
        }
    }
}
