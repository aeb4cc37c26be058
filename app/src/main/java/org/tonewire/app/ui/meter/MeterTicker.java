package org.tonewire.app.ui.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// The one timer of all moving nodes: thirty times a second while the window is visible, or four
/// times with reduced motion. FX thread.
public final class MeterTicker {
    private static final long CALM_NANOS = 250_000_000L;

    private final List<Animated> moving = new ArrayList<>();
    private final Beat beat;
    private boolean windowSeen;
    private boolean running;
    private boolean reduceMotion;
    private long movedNanos;

    /// A node that changes from tick to tick. A tick without a change must be cheap.
    @FunctionalInterface
    public interface Animated {
        void move(long nanos);
    }

    /// Calls back about thirty times a second. An animation of JavaFX would do so sixty times, and
    /// have it go through the whole scene each time, though nothing in it changed.
    public interface Beat {
        /// @param tick gets the time in nanoseconds, on the FX thread
        void start(LongConsumer tick);

        void stop();
    }

    public MeterTicker(Beat beat) {
        this.beat = beat;
    }

    public void add(Animated something) {
        moving.add(something);
        startOrStop();
    }

    public void remove(Animated something) {
        moving.remove(something);
        startOrStop();
    }

    /// The window became visible.
    public void windowShown() {
        windowSeen = true;
        startOrStop();
    }

    /// The window was closed or minimized.
    public void windowHidden() {
        windowSeen = false;
        startOrStop();
    }

    /// Switches to four ticks a second.
    public void reduceMotion() {
        reduceMotion = true;
    }

    /// Switches to thirty ticks a second.
    public void restoreMotion() {
        reduceMotion = false;
    }

    void tick(long nanos) {
        if (reduceMotion && nanos - movedNanos < CALM_NANOS) {
            return;
        }
        movedNanos = nanos;
        for (int i = moving.size() - 1; i >= 0; i--) {
            moving.get(i).move(nanos);
        }
    }

    private void startOrStop() {
        boolean wanted = windowSeen && !moving.isEmpty();
        if (wanted == running) {
            return;
        }
        running = wanted;
        if (wanted) {
            beat.start(this::tick);
        } else {
            beat.stop();
        }
    }
}
