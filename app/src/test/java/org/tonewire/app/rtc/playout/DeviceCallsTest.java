package org.tonewire.app.rtc.playout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeviceCallsTest {
    private final AtomicLong now = new AtomicLong();
    private final DeviceCalls calls = new DeviceCalls(now::get);
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger later = new AtomicInteger();

    @Test
    void theCallerDoesNotWaitForACall() throws InterruptedException {
        calls.run(this::hang);
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(calls.isLost()).isFalse();
        released.countDown();
        assertThat(calls.close()).isTrue();
    }

    @Test
    void aModuleThatBlocksACallIsLostAndGetsNoFurtherCall() throws InterruptedException {
        calls.run(this::hang);
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
        now.addAndGet(DeviceCalls.LIMIT.toNanos() + 1);
        assertThat(calls.isLost()).isTrue();
        calls.run(later::incrementAndGet);
        assertThat(calls.close()).isFalse();
        released.countDown();
        assertThat(later).hasValue(0);
    }

    @Test
    void aCallThatFailsDoesNotEndTheThread() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        calls.run(() -> {
            throw new IllegalStateException("refused");
        });
        calls.run(done::countDown);
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(calls.close()).isTrue();
    }

    private void hang() {
        entered.countDown();
        try {
            released.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
