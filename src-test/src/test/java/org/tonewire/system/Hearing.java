package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;
import static org.tonewire.testbed.sound.Signals.RATE_HZ;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Interruption;
import org.tonewire.testbed.sound.InterruptionFinder;
import org.tonewire.testbed.sound.StereoSound;
import org.tonewire.testbed.sound.ToneMeter;

/// A listener's ear at the speakers, and what can be said of the sound.
final class Hearing {
    private static final double DROPOUT_SECONDS = 0.010;
    private static final double SHORTEST_SECONDS = 0.001;
    private static final double MARGIN_SECONDS = 0.050;

    /// How long after the machine stood still a listener may hear it: the queues fill again.
    private static final double AFTER_STALL_SECONDS = 1;

    /// How long after the jitter buffer's work the listener hears it: the output's queue.
    private static final double ADAPTED_HEARD_AFTER_SECONDS = 0.3;

    /// How long after a listener heard it the figures of that second, which are told in the next,
    /// tell of it.
    private static final Duration ADAPTED_TOLD_AFTER = Duration.ofMillis(2_500);

    /// Buffers find their length at first.
    static final Duration WARM_UP = Duration.ofSeconds(8);

    private Hearing() {}

    /// Each channel has its tone, within 0.1 % of its frequency and 1 dB of its level, and next to
    /// nothing of the other.
    static void assertTones(StereoSound heard, double leftHz, double rightHz, double peakDb) {
        assertTone(heard.left(), leftHz, peakDb);
        assertTone(heard.right(), rightHz, peakDb);
        assertThat(ToneMeter.separationDb(heard)).isGreaterThanOrEqualTo(50);
    }

    private static void assertTone(float[] channel, double hertz, double peakDb) {
        double heardHz = ToneMeter.frequencyHz(channel, RATE_HZ);
        assertThat(heardHz).isCloseTo(hertz, within(hertz * 1e-3));
        assertThat(ToneMeter.levelDbfs(channel, RATE_HZ, heardHz)).isCloseTo(peakDb, within(1.0));
    }

    /// Listens for so long and finds no drop-out of ours. A gap is the machine's when a processor
    /// stood still right before. A jump may also be the jitter buffer's, which leaves out, repeats
    /// or makes up some milliseconds when the clocks of both ends drift apart, and says so in the
    /// listener's figures. A defect of ours is heard on any machine and in no figures; so what is
    /// asked for is no less, however often this one stands still.
    ///
    /// @return the longest stretch in which nothing was interrupted
    static StereoSound steady(Call call, Participant listener, Duration length) {
        try (Recorder ear = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            ear.next(WARM_UP);
            long start = System.nanoTime();
            StereoSound heard = ear.next(length);
            ear.next(ADAPTED_TOLD_AFTER);
            List<Double> stalls =
                    call.stalls().all().stream()
                            .map(stall -> seconds(start, stall.endNanos()))
                            .toList();
            List<Double> adapted = adapted(listener, start);
            List<Interruption> found = interruptions(heard);
            assertThat(found)
                    .filteredOn(Hearing::isHeard)
                    .allSatisfy(one ->
                            assertThat(one)
                                    .as("stood still at %s, adapted at %s", stalls, adapted)
                                    .matches(it ->
                                            isOfMachine(it, stalls)
                                                    || isOfJitterBuffer(it, adapted)));
            return longestBetween(found, heard);
        }
    }

    private static boolean isHeard(Interruption one) {
        return switch (one.kind()) {
            case GAP -> one.lengthSeconds() > DROPOUT_SECONDS;
            case JUMP -> true;
        };
    }

    private static boolean isOfMachine(Interruption one, List<Double> stalls) {
        return stalls.stream()
                .anyMatch(at ->
                        at > one.atSeconds() - AFTER_STALL_SECONDS
                                && at
                                        < one.atSeconds()
                                                + one.lengthSeconds()
                                                + AFTER_STALL_SECONDS);
    }

    private static boolean isOfJitterBuffer(Interruption one, List<Double> adapted) {
        return one.kind() == Interruption.Kind.JUMP
                && adapted.stream()
                        .anyMatch(at ->
                                at > one.atSeconds() - ADAPTED_HEARD_AFTER_SECONDS
                                        && at < one.atSeconds() + seconds(ADAPTED_TOLD_AFTER));
    }

    /// When the listener's figures, each for the second before, told of sound that the jitter
    /// buffer left out, repeated or made up; in seconds after `start`.
    private static List<Double> adapted(Participant listener, long start) {
        return listener.process().events().stream()
                .filter(event ->
                        event.number("stretchedPercent") > 0
                                || event.number("concealedPercent") > 0)
                .map(event -> seconds(start, event.cameNanos()))
                .toList();
    }

    private static List<Interruption> interruptions(StereoSound heard) {
        return Stream.of(heard.left(), heard.right())
                .flatMap(channel ->
                        InterruptionFinder.find(channel, RATE_HZ, SHORTEST_SECONDS).stream())
                .toList();
    }

    private static StereoSound longestBetween(List<Interruption> found, StereoSound heard) {
        double from = 0;
        double to = 0;
        double last = 0;
        for (Interruption one : sortedWithEnd(found, heard.seconds())) {
            if (one.atSeconds() - last > to - from) {
                from = last;
                to = one.atSeconds();
            }
            last = Math.max(last, one.atSeconds() + one.lengthSeconds());
        }
        assumeThat(to - from).as("seconds without a stall of the machine").isGreaterThan(1);
        return heard.part(millis(from + MARGIN_SECONDS), millis(to - from - 2 * MARGIN_SECONDS));
    }

    private static List<Interruption> sortedWithEnd(List<Interruption> found, double end) {
        return Stream.concat(
                        found.stream(), Stream.of(new Interruption(Interruption.Kind.JUMP, end, 0)))
                .sorted(Comparator.comparingDouble(Interruption::atSeconds))
                .toList();
    }

    private static double seconds(long fromNanos, long toNanos) {
        return (toNanos - fromNanos) / 1e9;
    }

    private static double seconds(Duration length) {
        return length.toNanos() / 1e9;
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
