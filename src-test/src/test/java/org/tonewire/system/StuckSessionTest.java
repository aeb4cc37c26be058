package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tonewire.app.StickingMain;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Levels;
import org.tonewire.testbed.sound.StereoSound;

/// Bob plays, and his session thread sticks for ever, as in a native call that never returns. What
/// Ann hears tells the truth of his mute and of his leaving.
@Timeout(180)
class StuckSessionTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration TAKE = Duration.ofMillis(500);

    @Test
    void muteUnmuteAndRemoveGoOnWorkingAndASignalEndsTheSoundAndTheProcess() {
        try (Call call = listening();
                Recorder recorder = recorder(call);
                Participant bob = stuck(call, recorder, "--source", "tone:700,name=Second")) {
            String tone = bob.awaitLive("Tone");
            bob.say("mute " + tone);
            bob.say("remove " + bob.awaitLive("Second"));
            awaitHeard(recorder, false, bob);
            bob.say("unmute " + tone);
            awaitHeard(recorder, true, bob);
            assertThat(bob.process().isRunning()).isTrue();
            bob.process().interrupt();
            assertThat(bob.process().awaitExit(LONG)).isZero();
            assertThat(bob.process().takeSlowSteps()).isNotEmpty();
            awaitGone(call);
            awaitHeard(recorder, false, bob);
        }
    }

    @Test
    void leavingEndsTheSoundAndTheProcess() {
        try (Call call = listening();
                Recorder recorder = recorder(call);
                Participant bob = stuck(call, recorder)) {
            bob.say("leave");
            awaitGone(call);
            awaitHeard(recorder, false, bob);
            assertThat(bob.process().awaitExit(LONG)).isZero();
            assertThat(bob.process().takeSlowSteps()).isNotEmpty();
        }
    }

    private static Call listening() {
        return Call.hostedWith(SoundServerKind.PIPEWIRE, "--output", SPEAKERS);
    }

    private static Recorder recorder(Call call) {
        return Recorder.listenTo(call.sound(), monitorOf(SPEAKERS));
    }

    private static Participant stuck(Call call, Recorder recorder, String... more) {
        List<String> options = new ArrayList<>(List.of("--source", "tone:440,gain=-6,name=Tone"));
        options.addAll(List.of(more));
        Participant bob = call.joinBy(StickingMain.class, "Bob", options.toArray(String[]::new));
        call.host().awaitFlowing("Tone");
        awaitHeard(recorder, true, bob);
        bob.say("chat " + StickingMain.STICK);
        call.host().process().awaitEvent("the chat", event -> event.is("chat"), Participant.SOON);
        return bob;
    }

    private static void awaitGone(Call call) {
        call.host()
                .process()
                .awaitEvent("Bob left", event -> event.is("participant-left"), Participant.SOON);
    }

    private static void awaitHeard(Recorder recorder, boolean heard, Participant bob) {
        Await.until(
                heard ? "heard" : "silence",
                Participant.SOON,
                () -> {
                    StereoSound take = recorder.next(TAKE);
                    return heard ? Levels.peakDbfs(take.left()) > -30 : Levels.isSilent(take);
                },
                () -> bob.process().report());
    }
}
