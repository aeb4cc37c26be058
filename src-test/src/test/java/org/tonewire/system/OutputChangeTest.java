package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.HEADPHONES;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;
import static org.tonewire.testbed.sound.Signals.RATE_HZ;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Levels;
import org.tonewire.testbed.sound.StereoSound;

/// The listener takes the headphones, and the cable of a device is pulled.
@Timeout(120)
class OutputChangeTest {
    private static final double LOUD = 0.03;
    private static final double MOST_SILENT_SECONDS = 0.300;

    @Test
    void anotherOutputTakesOverWithoutALongGap() {
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--source", "tone:440,name=A");
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder speakers = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS));
                Recorder headphones = Recorder.listenTo(call.sound(), monitorOf(HEADPHONES))) {
            bob.awaitFlowing("A");
            speakers.next(Duration.ofSeconds(2));
            int before = speakers.position();
            int after = headphones.position();

            bob.say("output " + HEADPHONES);

            StereoSound there = headphones.since(after, Duration.ofSeconds(4));
            StereoSound here = speakers.since(before, Duration.ofSeconds(4));
            double end = lastLoud(here.left()) / (double) RATE_HZ;
            double beginning = firstLoud(there.left()) / (double) RATE_HZ;
            assertThat(beginning - end).isLessThan(MOST_SILENT_SECONDS);
            assertThat(
                            Levels.peakDbfs(
                                    here.part(Duration.ofSeconds(3), Duration.ofSeconds(1)).left()))
                    .isLessThan(-60);
            assertThat(
                            Levels.peakDbfs(
                                    there.part(Duration.ofSeconds(3), Duration.ofSeconds(1))
                                            .left()))
                    .isGreaterThan(-24);
            assertThat(bob.leave()).isZero();
        }
    }

    @Test
    void aPulledOutputIsSaidAndAnotherCanBeTaken() {
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--source", "tone:440,name=A")) {
            String usb = call.sound().addSink("usb");
            try (Participant bob = call.join("Bob", "--output", "usb");
                    Recorder speakers = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
                bob.awaitFlowing("A");
                call.sound().removeModule(usb);
                bob.awaitError("device-gone");

                bob.say("output " + SPEAKERS);

                speakers.next(Duration.ofSeconds(2));
                assertThat(Levels.peakDbfs(speakers.next(Duration.ofSeconds(1)).left()))
                        .isGreaterThan(-24);
            }
        }
    }

    private static int firstLoud(float[] samples) {
        int i = 0;
        while (Math.abs(samples[i]) < LOUD) {
            i++;
        }
        return i;
    }

    private static int lastLoud(float[] samples) {
        int i = samples.length - 1;
        while (Math.abs(samples[i]) < LOUD) {
            i--;
        }
        return i;
    }
}
