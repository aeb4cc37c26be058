package org.tonewire.app.ui.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.ui.meter.MeterTicker;

/// Has meters move thirty times a second. A tick that the FX thread did not come to is left out. FX
/// thread.
final class FxBeat implements MeterTicker.Beat {
    private static final long PERIOD_MICROS = 33_333;

    private final Executor fx;
    private @Nullable ScheduledExecutorService timer;

    /// Grows with each start and stop: a tick of an earlier start is left out.
    private int starts;

    FxBeat(Executor fx) {
        this.fx = fx;
    }

    @Override
    public void start(LongConsumer tick) {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("meters").factory());
        int mine = ++starts;
        AtomicBoolean waiting = new AtomicBoolean();
        Runnable move =
                () -> {
                    waiting.set(false);
                    if (mine == starts) {
                        tick.accept(System.nanoTime());
                    }
                };
        var _ =
                started.scheduleAtFixedRate(
                        () -> {
                            if (waiting.compareAndSet(false, true)) {
                                fx.execute(move);
                            }
                        },
                        0,
                        PERIOD_MICROS,
                        TimeUnit.MICROSECONDS);
        timer = started;
    }

    @Override
    public void stop() {
        if (timer != null) {
            starts++;
            timer.shutdownNow();
            timer = null;
        }
    }
}
