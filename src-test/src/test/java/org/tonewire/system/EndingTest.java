package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.SPEAKERS;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// A process always ends, in the middle of a call too, and says nothing that a person should not
/// read. How long it takes, the ending benchmark measures, over more calls.
class EndingTest {
    /// Twice: endings differ in what is just under way.
    @RepeatedTest(2)
    void whoLeavesEndsAndTheRoomEndsWithItsHost() {
        try (Call call =
                        Call.hostedWith(
                                SoundServerKind.PIPEWIRE,
                                "--source",
                                "tone:440,name=Tone",
                                "--source",
                                "mic",
                                "--output",
                                SPEAKERS);
                Participant bob =
                        call.join("Bob", "--source", "tone:700,name=Low", "--output", SPEAKERS);
                Participant cid = call.join("Cid", "--output", SPEAKERS)) {
            bob.awaitFlowing("Tone");
            cid.awaitFlowing("Tone");
            call.host().awaitFlowing("Low");

            int mark = call.host().process().mark();
            assertThat(bob.leave()).isZero();
            call.host()
                    .process()
                    .awaitEvent(
                            mark,
                            "Bob gone",
                            event ->
                                    event.is("participant-left")
                                            && event.text("lost").equals("false"),
                            Participant.SOON);
            assertThat(call.host().leave()).isZero();
            cid.awaitError("server-closed");
            assertThat(cid.process().awaitExit(Participant.SOON)).isZero();

            for (Participant each : List.of(bob, cid, call.host())) {
                assertThat(each.process().strayLines()).isEmpty();
                assertThat(each.process().report())
                        .doesNotContain("Exception", "\tat ", "attach", "hs_err");
            }
        }
    }

    @Test
    void whenTheHostIsKilledTheOthersKeepTryingAndCanLeave() {
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE);
                Participant bob = call.join("Bob").awaitJoined()) {
            call.host().process().kill();
            bob.process()
                    .awaitEvent(
                            "trying again", event -> event.is("reconnecting"), Participant.SOON);
            assertThat(bob.leave()).isZero();
        }
    }
}
