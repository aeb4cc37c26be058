package org.tonewire.app.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.testing.Eventually;

/// The session thread.
final class EventLoopTest extends SessionLoopContract {
    private static final int MANY = 100;

    private final EventLoop loop = new EventLoop("session-test");

    @BeforeEach
    void start() {
        loop.start();
    }

    @AfterEach
    void stop() {
        loop.post(loop::stop);
    }

    @Override
    SessionLoop loop() {
        return loop;
    }

    @Override
    void until(BooleanSupplier done) {
        Eventually.holds(done, () -> "the loop has not come so far");
    }

    /// A clock that does not move between two calls, as a coarse one.
    @Test
    void timersOfTheSameTimeRunInTheOrderInWhichTheyWereStarted() {
        EventLoop coarse = new EventLoop("session-test", () -> 0);
        List<Integer> ran = new CopyOnWriteArrayList<>();
        coarse.post(() -> {
            for (int i = 0; i < MANY; i++) {
                int number = i;
                coarse.after(Duration.ZERO, () -> ran.add(number));
            }
        });
        coarse.start();
        until(() -> ran.size() == MANY);
        coarse.post(coarse::stop);
        assertThat(ran).isEqualTo(IntStream.range(0, MANY).boxed().toList());
    }
}
