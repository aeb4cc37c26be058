package org.tonewire.app.core.mix;

/// Decides how fast a track's queue is played, so that its *lowest* fill stays at a target. The
/// mean fill is of no use, since frames arrive in one rhythm and leave in another. The difference
/// of the two clocks is learnt; depth that a stall added is removed slowly. The corrections are too
/// small to hear.
///
/// Owned by the thread that plays the queue; measures time only by its windows of one second.
final class DriftController {
    static final double MAX_PPM = 800;
    private static final double PPM_PER_MILLI = 150;
    private static final double LEARNT_PPM_PER_MILLI = 12;
    private static final double MAX_LESSON_MILLIS = 2;
    private static final double QUIET_MILLIS = 1;
    private static final double MAX_EXTRA_MILLIS = 40;
    private static final double EXTRA_PER_UNDERRUN_MILLIS = 4;
    private static final double FORGIVEN_PER_WINDOW = 0.05;

    private double baseMillis;
    private double extraMillis;
    private double learntPpm;

    DriftController(double baseMillis) {
        this.baseMillis = baseMillis;
    }

    /// Sets the least fill that the output device needs.
    void base(double millis) {
        baseMillis = millis;
    }

    /// The lowest fill to aim for.
    double targetMillis() {
        return baseMillis + extraMillis;
    }

    /// How much faster the clock that fills the queue runs than the one that plays it, as learnt so
    /// far, in parts per million.
    double learntPpm() {
        return learntPpm;
    }

    /// The queue ran empty: raises the target, which falls back over some minutes.
    void underran() {
        extraMillis = Math.min(MAX_EXTRA_MILLIS, extraMillis + EXTRA_PER_UNDERRUN_MILLIS);
    }

    /// Ends a window of one second.
    ///
    /// @param leastMillis the lowest fill in it
    /// @return how much faster than nominal to play from here on, in parts per million
    double window(double leastMillis) {
        extraMillis = Math.max(0, extraMillis - FORGIVEN_PER_WINDOW);
        double excess = beyondQuiet(leastMillis - targetMillis());
        double push = excess * PPM_PER_MILLI;
        // While the depth of a stall is removed, the fill says nothing about the clocks.
        if (Math.abs(learntPpm + push) < MAX_PPM) {
            double lesson = Math.clamp(excess, -MAX_LESSON_MILLIS, MAX_LESSON_MILLIS);
            learntPpm += lesson * LEARNT_PPM_PER_MILLI;
        }
        return Math.clamp(learntPpm + push, -MAX_PPM, MAX_PPM);
    }

    /// Ignores differences as small as the two rhythms cause by themselves.
    private static double beyondQuiet(double millis) {
        return millis - Math.clamp(millis, -QUIET_MILLIS, QUIET_MILLIS);
    }
}
