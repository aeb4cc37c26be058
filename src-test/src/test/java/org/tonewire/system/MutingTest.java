package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;
import static org.tonewire.testbed.sound.Signals.LEFT_HZ;
import static org.tonewire.testbed.sound.Signals.RATE_HZ;
import static org.tonewire.testbed.sound.Signals.RIGHT_HZ;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Levels;
import org.tonewire.testbed.sound.StereoSound;
import org.tonewire.testbed.sound.ToneMeter;

/// Two sources at once, each muted by itself, at the one who plays and at the one who listens.
@Timeout(120)
class MutingTest {
    private static final double TONE_DB = -24;
    private static final Duration SETTLE = Duration.ofMillis(1_500);
    private static final Duration TAKE = Duration.ofSeconds(2);

    @Test
    void aMutedSourceIsNotHeardAndTheOtherGoesOn() {
        try (Call call = twoTones();
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder ear = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            Participant ann = call.host();
            bob.awaitFlowing("Low");
            bob.awaitFlowing("High");
            assertHeard(take(ear), true, true);

            ann.say("mute " + ann.awaitLive("Low"));
            awaitMuted(bob, "Low");
            assertHeard(take(ear), false, true);

            ann.say("mute " + ann.awaitLive("High"));
            awaitMuted(bob, "High");
            assertThat(Levels.isSilent(take(ear))).isTrue();

            ann.say("unmute " + ann.awaitLive("Low"));
            assertHeard(take(ear), true, false);
        }
    }

    @Test
    void aTrackThatTheListenerMutesIsStillHeardByAnother() {
        try (Call call = twoTones();
                Participant bob = call.join("Bob", "--output", SPEAKERS)) {
            String low = bob.awaitFlowing("Low");
            String high = bob.awaitFlowing("High");
            try (Recorder ear = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
                bob.say("track-mute " + low + " on");
                assertHeard(take(ear), false, true);

                bob.say("track-mute " + low + " off");
                bob.say("track-gain " + high + " -60");
                assertHeard(take(ear), true, false);

                bob.say("track-gain " + high + " 0");
                bob.say("track-solo " + high + " on");
                assertHeard(take(ear), false, true);
            }
        }
    }

    private static Call twoTones() {
        return Call.hostedWith(
                SoundServerKind.PIPEWIRE,
                "--source",
                "tone:" + LEFT_HZ + ",gain=-6,name=Low",
                "--source",
                "tone:" + RIGHT_HZ + ",gain=-6,name=High");
    }

    private static void awaitMuted(Participant listener, String track) {
        listener.process()
                .awaitEvent(
                        track + " muted",
                        event ->
                                event.is("track-changed")
                                        && event.text("name").equals(track)
                                        && event.text("muted").equals("true"),
                        Participant.SOON);
    }

    private static StereoSound take(Recorder ear) {
        ear.next(SETTLE);
        return ear.next(TAKE);
    }

    private static void assertHeard(StereoSound heard, boolean low, boolean high) {
        assertTone(heard, LEFT_HZ, low);
        assertTone(heard, RIGHT_HZ, high);
    }

    private static void assertTone(StereoSound heard, double hz, boolean isHeard) {
        double level = ToneMeter.levelNearDbfs(heard.left(), RATE_HZ, hz);
        if (isHeard) {
            assertThat(level).isCloseTo(TONE_DB, within(1.0));
        } else {
            assertThat(level).isLessThan(TONE_DB - 50);
        }
    }
}
