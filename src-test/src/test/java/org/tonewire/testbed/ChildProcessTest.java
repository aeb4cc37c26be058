package org.tonewire.testbed;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void closingEndsWhatTheProcessStartedToo() {
        var grandchild = new CompletableFuture<String>();
        try (var _ = shell("sleep 1000 & echo $!; wait", grandchild::complete)) {
            var pid = Long.parseLong(grandchild.orTimeout(60, SECONDS).join());
            assertThat(ProcessHandle.of(pid)).isPresent();
        }
        var pid = Long.parseLong(grandchild.join());
        Await.until(
                "gone: the grandchild",
                LIMIT,
                () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty(),
                () -> "it lives");
    }

    @Test
    void closingEndsAProcessThatDoesNotListen() {
        var ready = new CompletableFuture<String>();
        var child = shell("trap '' TERM; echo ready; while :; do sleep 1; done", ready::complete);
        ready.orTimeout(60, SECONDS).join();

        child.close();

        assertThat(child.isRunning()).isFalse();
    }

    @Test
    void awaitExitHandsOnAllOutputFirst() {
        var lines = new ConcurrentLinkedQueue<String>();
        try (var child = shell("seq 1 5000; exit 7", lines::add)) {
            assertThat(child.awaitExit(LIMIT)).isEqualTo(7);
            assertThat(lines).hasSize(5000);
        }
    }

    @Test
    void aProcessThatGoesOnFailsTheWaitWithItsWords() {
        var said = new CompletableFuture<String>();
        try (var child = shell("echo 'still looking' ; sleep 1000", said::complete)) {
            said.orTimeout(60, SECONDS).join();

            assertThatThrownBy(() -> child.awaitExit(Duration.ofMillis(50)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("running")
                    .hasMessageContaining("still looking");
        }
    }

    private static ChildProcess shell(String script, Consumer<String> lines) {
        return ChildProcess.launchForLines("shell", Map.of(), List.of("bash", "-c", script), lines);
    }
}
