package org.tonewire.app.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.tonewire.app.fake.ManualLoop;

/// The loop of the session's tests.
final class ManualLoopTest extends SessionLoopContract {
    private final ManualLoop loop = new ManualLoop();

    @Override
    SessionLoop loop() {
        return loop;
    }

    @Override
    void until(BooleanSupplier done) {
        loop.pass(Duration.ofSeconds(1));
        assertThat(done.getAsBoolean()).isTrue();
    }
}
