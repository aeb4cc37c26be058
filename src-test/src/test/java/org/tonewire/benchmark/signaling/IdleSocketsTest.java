package org.tonewire.benchmark.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A thousand clients that say nothing, at a `tonewire server` of its own; ten thousand in the
/// benchmark.
class IdleSocketsTest {
    @TempDir Path home;

    @Test
    void aThousandIdleSocketsDisturbNobody() throws Exception {
        IdleSockets.Outcome outcome = IdleSockets.hold(home, 1_000);

        assertThat(outcome.health()).contains("healthy");
        assertThat(outcome.figures()).contains("tonewire_sockets 1001");
        assertThat(outcome.exitCode()).isZero();
    }
}
