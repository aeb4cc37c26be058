package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tonewire.testbed.SoundServer.HEADPHONES;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;
import static org.tonewire.testbed.sound.Signals.RATE_HZ;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tonewire.testbed.Player;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.sound.Interruption;
import org.tonewire.testbed.sound.InterruptionFinder;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.StereoSound;
import org.tonewire.testbed.sound.ToneMeter;
import org.tonewire.testbed.sound.WavFile;

/// A listener's ear at the speakers, and what can be said of the sound. A jump of the phase is no
/// drop-out: libwebrtc's jitter buffer leaves out or repeats a whole period when it finds another
/// depth.
final class Hearing {
    private static final double DROPOUT_SECONDS = 0.010;
    private static final double CONTROL_HZ = 523;
    private static final int TAKES = 3;

    /// As far ahead of the device as Tonewire plays.
    private static final Duration SHORT = Duration.ofMillis(40);

    /// Buffers find their length at first.
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private Hearing() {}

    /// Each channel has its tone, within 0.1 % of its frequency and 1 dB of its level, and next to
    /// nothing of the other.
    static void assertTones(StereoSound heard, double leftHz, double rightHz, double peakDb) {
        assertThat(ToneMeter.frequencyHz(heard.left(), RATE_HZ))
                .isCloseTo(leftHz, within(leftHz * 1e-3));
        assertThat(ToneMeter.frequencyHz(heard.right(), RATE_HZ))
                .isCloseTo(rightHz, within(rightHz * 1e-3));
        assertThat(ToneMeter.levelDbfs(heard.left(), RATE_HZ, leftHz))
                .isCloseTo(peakDb, within(1.0));
        assertThat(ToneMeter.levelDbfs(heard.right(), RATE_HZ, rightHz))
                .isCloseTo(peakDb, within(1.0));
        assertThat(ToneMeter.separationDb(heard)).isGreaterThanOrEqualTo(50);
    }

    /// As `steady` below, beside a control tone that another program plays into another sink.
    static StereoSound steady(SoundServer server, Path folder, Duration length) throws IOException {
        Path control = folder.resolve("control.wav");
        Duration all = WARM_UP.plus(length.multipliedBy(TAKES)).plusSeconds(5);
        WavFile.write(control, Signals.tones(CONTROL_HZ, CONTROL_HZ, -12, all));
        try (Player _ = Player.play(server, control, HEADPHONES, SHORT)) {
            return steady(server, length, monitorOf(HEADPHONES));
        }
    }

    /// Listens for so long and finds no drop-out. A control that has nothing to do with us tells a
    /// stutter of the machine from one of ours: a take in which the sound server itself stuttered
    /// says nothing and is done again.
    ///
    /// @param control a source that a steady tone comes from
    static StereoSound steady(SoundServer server, Duration length, String control) {
        List<String> spoiled = new ArrayList<>();
        try (Recorder ear = Recorder.listenTo(server, monitorOf(SPEAKERS));
                Recorder other = Recorder.listenTo(server, control)) {
            ear.next(WARM_UP);
            for (int take = 0; take < TAKES; take++) {
                int ours = ear.position();
                int theirs = other.position();
                StereoSound heard = ear.since(ours, length);
                List<Interruption> found = interruptions(heard);
                if (found.isEmpty()) {
                    return heard;
                }
                List<Interruption> machine =
                        InterruptionFinder.find(
                                other.since(theirs, length).left(), RATE_HZ, DROPOUT_SECONDS);
                assertThat(machine)
                        .withFailMessage("interrupted while the machine was not: %s", found)
                        .isNotEmpty();
                spoiled.add(machine + " with " + found);
            }
        }
        throw new AssertionError("no take without a stutter of the machine: " + spoiled);
    }

    private static List<Interruption> interruptions(StereoSound heard) {
        List<Interruption> all = new ArrayList<>();
        for (float[] channel : List.of(heard.left(), heard.right())) {
            InterruptionFinder.find(channel, RATE_HZ, DROPOUT_SECONDS).stream()
                    .filter(found -> found.kind() == Interruption.Kind.GAP)
                    .forEach(all::add);
        }
        return all;
    }
}
