package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.hearing.Hearing;
import org.tonewire.testbed.hearing.Window;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// Everyone hears everyone, and those who stay go on when one is gone.
class RoomOfFourTest {
    private static final double HEARD_DB = -20;
    private static final double GONE_DB = HEARD_DB - 40;

    @Test
    void oneIsKilledAndTheOthersGoOn() {
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--source", tone(400));
                Participant bob = call.join("Bob", "--source", tone(700), "--output", SPEAKERS);
                Participant cid = call.join("Cid", "--source", tone(1_100));
                Participant dan = call.join("Dan", "--source", tone(1_700));
                Recorder recorder = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            awaitFlowing(call.host(), 700, 1_100, 1_700);
            awaitFlowing(bob, 400, 1_100, 1_700);
            awaitFlowing(cid, 400, 700, 1_700);
            awaitFlowing(dan, 400, 700, 1_100);
            assertSameWords(List.of(call.host(), bob, cid, dan));
            Hearing hearing = new Hearing(recorder, call::report);
            hearing.await("all three", window -> isHeard(window, 400, 1_100, 1_700));

            List<Participant> staying = List.of(call.host(), bob, cid);
            int[] marks = staying.stream().mapToInt(each -> each.process().mark()).toArray();
            dan.process().kill();

            for (int i = 0; i < marks.length; i++) {
                assertThat(awaitLeft(staying.get(i), marks[i], "Dan").text("lost"))
                        .isEqualTo("true");
            }
            hearing.await(
                    "those who stay",
                    window -> isHeard(window, 400, 1_100) && window.leftDbfs(1_700) < GONE_DB);
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

    /// What each reads out is what the others see beside that name.
    private static void assertSameWords(List<Participant> all) {
        for (Participant reader : all) {
            String read = awaitCode(reader, event -> event.is("joined"));
            assertThat(read.split(" ", -1)).hasSize(9);
            for (Participant other : all) {
                if (!other.equals(reader)) {
                    assertThat(awaitCode(other, event -> isComing(event, reader.name())))
                            .isEqualTo(read);
                }
            }
        }
    }

    private static String awaitCode(Participant who, Predicate<TonewireEvent> event) {
        return who.process().awaitEvent("the words", event, Participant.SOON).text("code");
    }

    private static boolean isComing(TonewireEvent event, String name) {
        return event.is("participant-joined") && event.text("name").equals(name);
    }

    private static TonewireEvent awaitLeft(Participant who, int mark, String name) {
        return who.process()
                .awaitEvent(
                        mark,
                        name + " gone",
                        event -> event.is("participant-left") && event.text("name").equals(name),
                        Participant.SOON);
    }

    private static boolean isHeard(Window window, double... hz) {
        return Arrays.stream(hz).allMatch(each -> window.leftDbfs(each) > HEARD_DB);
    }
}
