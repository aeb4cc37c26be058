package org.tonewire.app.ui.meter;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/// The one timer of all moving nodes: every frame while the window is visible, or four times a
/// second with reduced motion. FX thread.
public final class MeterTicker {
    private static final long CALM_NANOS = 250_000_000L;

    private final List<Animated> moving = new ArrayList<>();
    private final AnimationTimer timer = new Timer();
    private boolean windowSeen;
    private boolean running;
    private boolean reduceMotion;
    private long movedNanos;

    /// A node that changes from frame to frame. A tick without a change must be cheap.
    @FunctionalInterface
    public interface Animated {
        void move(long nanos);
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

    /// Switches to one tick per frame.
    public void restoreMotion() {
        reduceMotion = false;
    }

    boolean running() {
        return running;
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
            timer.start();
        } else {
            timer.stop();
        }
    }

    private final class Timer extends AnimationTimer {
        @Override
        public void handle(long nanos) {
            tick(nanos);
        }
    }
}
