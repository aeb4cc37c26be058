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
import org.tonewire.testbed.Stall;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.sound.Interruption;
import org.tonewire.testbed.sound.InterruptionFinder;
import org.tonewire.testbed.sound.StereoSound;
import org.tonewire.testbed.sound.ToneMeter;

/// A listener's ear at the speakers, and what can be said of the sound.
final class Hearing {
    private static final double DROPOUT_SECONDS = 0.010;
    private static final double SHORTEST_SECONDS = 0.001;
    private static final double MARGIN_SECONDS = 0.050;

    /// How long after the machine stood still a listener may hear gaps of it: the queues fill
    /// again.
    private static final double GAP_AFTER_SECONDS = 1;

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

    /// Listens for so long and finds no drop-out of ours. One is the machine's when `watch` saw a
    /// processor stand still right before. A defect of ours is heard on any machine; so what is
    /// asked for is no less, however often this one stands still.
    ///
    /// @return the longest stretch in which nothing was interrupted
    static StereoSound steady(Call call, Duration length) {
        try (Recorder ear = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            ear.next(WARM_UP);
            long start = System.nanoTime();
            StereoSound heard = ear.next(length);
            List<Stall> stalls = call.stalls().all();
            List<Interruption> found = interruptions(heard);
            assertThat(found)
                    .filteredOn(Hearing::isHeard)
                    .allSatisfy(one ->
                            assertThat(stalls)
                                    .as("the machine stood still before the %s", one)
                                    .anyMatch(stall -> explains(stall, start, one)));
            return longestBetween(found, heard);
        }
    }

    private static boolean isHeard(Interruption one) {
        return switch (one.kind()) {
            case GAP -> one.lengthSeconds() > DROPOUT_SECONDS;
            case JUMP -> true;
        };
    }

    /// A gap comes soon. A jump may come much later: the jitter buffer takes back, a period now and
    /// then, the depth that a stall gave it.
    private static boolean explains(Stall stall, long start, Interruption one) {
        double at = (stall.endNanos() - start) / 1e9;
        return switch (one.kind()) {
            case GAP ->
                    at > one.atSeconds() - GAP_AFTER_SECONDS
                            && at < one.atSeconds() + one.lengthSeconds() + GAP_AFTER_SECONDS;
            case JUMP -> at < one.atSeconds() + GAP_AFTER_SECONDS;
        };
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

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
