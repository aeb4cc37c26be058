package org.tonewire.app.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.fake.ManualLoop;
import org.tonewire.signaling.protocol.rate.TokenBucket;

final class AdmissionTest {
    private static final Duration EACH = Duration.ofSeconds(10);

    private final ManualLoop loop = new ManualLoop();
    private final List<String> taken = new ArrayList<>();
    private final TokenBucket rate = new TokenBucket(2, EACH, loop.nanoTime());
    private final Admission<Integer, String> admission =
            new Admission<>(loop, now -> rate.take(1, now), taken::add);

    @Test
    void whatIsBeyondTheRateIsTakenLaterInItsOrder() {
        assertThat(admission.add(1, "a")).isFalse();
        assertThat(admission.add(2, "b")).isFalse();
        assertThat(admission.add(3, "c")).isTrue();
        assertThat(admission.add(4, "d")).isTrue();
        assertThat(admission.size()).isEqualTo(2);
        assertThat(taken).containsExactly("a", "b");

        loop.pass(EACH);
        assertThat(taken).containsExactly("a", "b", "c");
        loop.pass(EACH);
        assertThat(taken).containsExactly("a", "b", "c", "d");
        assertThat(loop.timers()).isZero();
    }

    @Test
    void whatIsGoneMeanwhileIsNotTaken() {
        List.of(1, 2, 3, 4).forEach(each -> admission.add(each, "thing " + each));
        admission.remove(3);
        loop.pass(EACH);
        assertThat(taken).containsExactly("thing 1", "thing 2", "thing 4");

        admission.add(5, "thing 5");
        admission.clear();
        loop.pass(EACH.multipliedBy(9));
        assertThat(taken).hasSize(3);
        assertThat(loop.timers()).isZero();
    }
}
