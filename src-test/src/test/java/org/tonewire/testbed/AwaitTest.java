package org.tonewire.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitTest {
    @Test
    void theValueIsReturnedWhenItIsThere() {
        var probes = new AtomicInteger();

        var value =
                Await.value(
                        "three",
                        Duration.ofSeconds(60),
                        () -> Optional.of(probes.incrementAndGet()).filter(n -> n == 3),
                        () -> "");

        assertThat(value).isEqualTo(3);
    }

    @Test
    void theFailureSaysWhyNotYet() {
        assertThatThrownBy(() ->
                        Await.until(
                                "connected",
                                Duration.ofMillis(30),
                                () -> false,
                                () -> "the door is shut"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("connected")
                .hasMessageContaining("the door is shut");
    }
}
