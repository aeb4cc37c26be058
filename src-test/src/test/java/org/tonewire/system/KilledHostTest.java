package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;
import static org.tonewire.testbed.sound.Signals.LEFT_HZ;
import static org.tonewire.testbed.sound.Signals.RIGHT_HZ;

import org.junit.jupiter.api.Test;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.hearing.Hearing;
import org.tonewire.testbed.hearing.Window;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// A host whose program is killed and started again, with real processes.
class KilledHostTest {
    private static final double TONE_DB = -24;
    private static final double GONE_DB = TONE_DB - 50;
    private static final String[] KEPT = {
        "--keep",
        "--source",
        "tone:" + LEFT_HZ + ",gain=-6,name=Low",
        "--source",
        "tone:" + RIGHT_HZ + ",gain=-6,name=High"
    };

    @Test
    void itsGuestsWaitAndHearItAgainByTheSameInviteAndFader() {
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, KEPT);
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder recorder = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            bob.say("track-mute " + bob.awaitFlowing("Low") + " on");
            String before = bob.awaitFlowing("High");
            int killed = bob.process().mark();

            call.host().process().kill();
            Participant ann = call.hostAgain(KEPT);

            assertThat(
                            ann.process()
                                    .awaitEvent(
                                            "listening",
                                            event -> event.is("listening"),
                                            Participant.SOON)
                                    .text("invite"))
                    .isEqualTo(call.invite());
            awaitFlowing(bob, killed, before);
            new Hearing(recorder, call::report)
                    .await("the high tone alone", KilledHostTest::isHigh);
            bob.process()
                    .awaitEvent(
                            "the one before gone",
                            event -> event.is("participant-left") && isOf(event, before),
                            Participant.SOON);
        }
    }

    /// Both tracks of the host's new identity.
    private static void awaitFlowing(Participant bob, int mark, String before) {
        for (String name : new String[] {"Low", "High"}) {
            String track =
                    bob.process()
                            .awaitEvent(
                                    mark,
                                    name,
                                    event ->
                                            event.is("track-added")
                                                    && event.text("name").equals(name)
                                                    && !isOf(event, before),
                                    Participant.SOON)
                            .text("track");
            bob.process()
                    .awaitEvent(
                            mark,
                            "sound of " + name,
                            event ->
                                    event.is("stats")
                                            && event.text("track").equals(track)
                                            && !isOf(event, before)
                                            && event.number("bitrateBps") > 0,
                            Participant.SOON);
        }
    }

    private static boolean isOf(TonewireEvent event, String track) {
        return track.startsWith(event.text("participant"));
    }

    private static boolean isHigh(Window window) {
        return window.has(RIGHT_HZ, TONE_DB) && window.leftDbfs(LEFT_HZ) < GONE_DB;
    }
}
