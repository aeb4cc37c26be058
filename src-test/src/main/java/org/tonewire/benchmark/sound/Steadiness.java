package org.tonewire.benchmark.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tonewire.testbed.Stall;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.sound.Interruption;
import org.tonewire.testbed.sound.InterruptionFinder;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.StereoSound;

/// What interrupted a steady tone, and whose work it was. A gap is the machine's where a processor
/// stood still right before it, and for no longer than that stall and the filling of the queues
/// after it. A jump may also be the jitter buffer's, which leaves out, repeats or makes up some
/// milliseconds when the clocks of both ends drift apart, and says so in the listener's figures.
/// What remains is ours.
///
/// @param all in no order
/// @param ofMachine of them, by stalls
/// @param ofJitterBuffer of the others, by the listener's figures
record Steadiness(
        List<Interruption> all, List<Interruption> ofMachine, List<Interruption> ofJitterBuffer) {
    private static final double DROPOUT_SECONDS = 0.010;
    private static final double SHORTEST_SECONDS = 0.001;

    /// The way from a stall to the ear, and the filling of the queues after it.
    private static final double REFILL_SECONDS = 0.150;

    /// How long after the jitter buffer's work the listener hears it: the output's queue.
    private static final double ADAPTED_HEARD_AFTER_SECONDS = 0.3;

    /// How long after a listener heard it the figures of that second, which are told in the next,
    /// tell of it.
    static final Duration ADAPTED_TOLD_AFTER = Duration.ofMillis(2_500);

    /// @param startNanos when the sound began, by `System.nanoTime`
    /// @param events of the listener
    static Steadiness of(
            StereoSound heard, long startNanos, List<Stall> stalls, List<TonewireEvent> events) {
        List<Interruption> all =
                Stream.of(heard.left(), heard.right())
                        .flatMap(channel ->
                                InterruptionFinder.find(channel, Signals.RATE_HZ, SHORTEST_SECONDS)
                                        .stream())
                        .filter(Steadiness::isHeard)
                        .toList();
        List<Double> adapted = adapted(events, startNanos);
        List<Interruption> ofMachine = new ArrayList<>();
        List<Interruption> ofJitterBuffer = new ArrayList<>();
        for (Interruption one : all) {
            if (stalls.stream().anyMatch(stall -> isOf(stall, one, startNanos))) {
                ofMachine.add(one);
            } else if (isOfJitterBuffer(one, adapted)) {
                ofJitterBuffer.add(one);
            }
        }
        return new Steadiness(all, ofMachine, ofJitterBuffer);
    }

    int ours() {
        return all.size() - ofMachine.size() - ofJitterBuffer.size();
    }

    double longestMillis() {
        return 1_000 * all.stream().mapToDouble(Interruption::lengthSeconds).max().orElse(0);
    }

    private static boolean isHeard(Interruption one) {
        return switch (one.kind()) {
            case GAP -> one.lengthSeconds() > DROPOUT_SECONDS;
            case JUMP -> true;
        };
    }

    private static boolean isOf(Stall stall, Interruption one, long startNanos) {
        double end = (stall.endNanos() - startNanos) / 1e9;
        double length = stall.length().toNanos() / 1e9;
        return one.atSeconds() >= end - length
                && one.atSeconds() <= end + REFILL_SECONDS
                && one.lengthSeconds() <= length + REFILL_SECONDS;
    }

    private static boolean isOfJitterBuffer(Interruption one, List<Double> adapted) {
        double toldWithin = ADAPTED_TOLD_AFTER.toMillis() / 1_000.0;
        return one.kind() == Interruption.Kind.JUMP
                && adapted.stream()
                        .anyMatch(at ->
                                at > one.atSeconds() - ADAPTED_HEARD_AFTER_SECONDS
                                        && at < one.atSeconds() + toldWithin);
    }

    /// When the listener's figures, each for the second before, told of sound that the jitter
    /// buffer left out, repeated or made up; in seconds after the start.
    private static List<Double> adapted(List<TonewireEvent> events, long startNanos) {
        return events.stream()
                .filter(event ->
                        event.number("stretchedPercent") > 0
                                || event.number("concealedPercent") > 0)
                .map(event -> (event.cameNanos() - startNanos) / 1e9)
                .toList();
    }
}
