package org.tonewire.system;

import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;
import static org.tonewire.testbed.sound.Signals.LEFT_HZ;
import static org.tonewire.testbed.sound.Signals.RIGHT_HZ;

import org.junit.jupiter.api.Test;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.hearing.Hearing;
import org.tonewire.testbed.hearing.Window;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// Two sources at once, each muted by itself, at the one who plays and at the one who listens.
class MutingTest {
    private static final double TONE_DB = -24;
    private static final double GONE_DB = TONE_DB - 50;

    @Test
    void whatIsMutedIsNotHeardAndTheOtherGoesOn() {
        try (Call call =
                        Call.hostedWith(
                                SoundServerKind.PIPEWIRE,
                                "--source",
                                "tone:" + LEFT_HZ + ",gain=-6,name=Low",
                                "--source",
                                "tone:" + RIGHT_HZ + ",gain=-6,name=High");
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder recorder = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            String low = bob.awaitFlowing("Low");
            String high = bob.awaitFlowing("High");
            Hearing hearing = new Hearing(recorder, call::report);
            hearing.await("both", MutingTest::isBoth);

            mutesOfTheListener(bob, low, high, hearing);
            mutesOfThePlayer(call.host(), bob, hearing);
        }
    }

    private static void mutesOfTheListener(
            Participant bob, String low, String high, Hearing hearing) {
        bob.say("track-mute " + low + " on");
        hearing.await("the high tone alone", window -> isAlone(window, RIGHT_HZ, LEFT_HZ));

        bob.say("track-mute " + low + " off");
        bob.say("track-gain " + high + " -60");
        hearing.await("the low tone alone", window -> isAlone(window, LEFT_HZ, RIGHT_HZ));

        bob.say("track-gain " + high + " 0");
        bob.say("track-solo " + high + " on");
        hearing.await("the high tone solo", window -> isAlone(window, RIGHT_HZ, LEFT_HZ));

        bob.say("track-solo " + high + " off");
        hearing.await("both again", MutingTest::isBoth);
    }

    private static void mutesOfThePlayer(Participant ann, Participant bob, Hearing hearing) {
        ann.say("mute " + ann.awaitLive("Low"));
        awaitMuted(bob, "Low");
        hearing.await("the high tone alone", window -> isAlone(window, RIGHT_HZ, LEFT_HZ));

        ann.say("mute " + ann.awaitLive("High"));
        awaitMuted(bob, "High");
        hearing.awaitSilence("both are muted");

        ann.say("unmute " + ann.awaitLive("Low"));
        hearing.await("the low tone alone", window -> isAlone(window, LEFT_HZ, RIGHT_HZ));
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

    private static boolean isBoth(Window window) {
        return window.has(LEFT_HZ, TONE_DB) && window.has(RIGHT_HZ, TONE_DB);
    }

    private static boolean isAlone(Window window, double heardHz, double goneHz) {
        return window.has(heardHz, TONE_DB) && window.leftDbfs(goneHz) < GONE_DB;
    }
}
