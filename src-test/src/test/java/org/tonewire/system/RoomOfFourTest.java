package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;
import static org.tonewire.testbed.sound.Signals.RATE_HZ;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.StereoSound;
import org.tonewire.testbed.sound.ToneMeter;

/// Everyone hears everyone, and those who stay go on when one is gone.
@Timeout(180)
class RoomOfFourTest {
    private static final double HEARD_DB = -20;
    private static final Duration TAKE = Duration.ofSeconds(2);

    @Test
    void oneIsKilledAndTheOthersGoOn() {
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--source", tone(400));
                Participant bob = call.join("Bob", "--source", tone(700), "--output", SPEAKERS);
                Participant cid = call.join("Cid", "--source", tone(1_100));
                Participant dan = call.join("Dan", "--source", tone(1_700));
                Recorder ear = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            awaitFlowing(call.host(), 700, 1_100, 1_700);
            awaitFlowing(bob, 400, 1_100, 1_700);
            awaitFlowing(cid, 400, 700, 1_700);
            awaitFlowing(dan, 400, 700, 1_100);
            assertHeard(ear.next(TAKE), 400, 1_100, 1_700);

            List<Participant> staying = List.of(call.host(), bob, cid);
            int[] marks = staying.stream().mapToInt(each -> each.process().mark()).toArray();
            dan.process().kill();

            for (int i = 0; i < marks.length; i++) {
                assertThat(awaitLeft(staying.get(i), marks[i], "Dan").text("lost"))
                        .isEqualTo("true");
            }
            ear.next(Duration.ofSeconds(1));
            StereoSound heard = ear.next(TAKE);
            assertHeard(heard, 400, 1_100);
            assertThat(level(heard, 1_700)).isLessThan(HEARD_DB - 40);
        }
    }

    @Test
    void whoFindsTheRoomFullIsToldSo() {
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--max-participants", "2");
                Participant bob = call.join("Bob").awaitJoined();
                Participant cid = call.join("Cid")) {
            cid.awaitError("room-full");
            assertThat(cid.process().awaitExit(Participant.SOON)).isEqualTo(4);
            assertThat(bob.process().isRunning()).isTrue();
        }
    }

    private static String tone(int hz) {
        return "tone:" + hz + ",name=Tone " + hz;
    }

    private static void awaitFlowing(Participant listener, int... hz) {
        for (int each : hz) {
            listener.awaitFlowing("Tone " + each);
        }
    }

    private static TonewireEvent awaitLeft(Participant who, int mark, String name) {
        return who.process()
                .awaitEvent(
                        mark,
                        name + " gone",
                        event -> event.is("participant-left") && event.text("name").equals(name),
                        Duration.ofSeconds(10));
    }

    private static void assertHeard(StereoSound heard, double... hz) {
        for (double each : hz) {
            assertThat(level(heard, each)).as("%s Hz", each).isGreaterThan(HEARD_DB);
        }
    }

    private static double level(StereoSound heard, double hz) {
        return ToneMeter.levelNearDbfs(heard.left(), RATE_HZ, hz);
    }
}
