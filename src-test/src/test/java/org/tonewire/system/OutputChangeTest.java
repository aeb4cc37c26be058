package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;

import org.junit.jupiter.api.Test;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.hearing.Hearing;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// The listener takes the headphones, and the cable of a device is pulled. How long it is silent
/// between, the hearing benchmark measures.
class OutputChangeTest {
    private static final double TONE_DB = -18;

    @Test
    void anotherOutputTakesOverTheDefaultStandsInForAPulledOneAndItIsTakenAgain() {
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--source", "tone:440,name=A");
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder speakers = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            String usb = call.sound().addSink("usb");
            bob.awaitFlowing("A");
            Hearing here = new Hearing(speakers, call::report);
            here.await("A at the speakers", window -> window.has(440, TONE_DB));

            try (Recorder there = Recorder.listenTo(call.sound(), monitorOf("usb"))) {
                bob.say("output usb");
                new Hearing(there, call::report)
                        .await("A at the output chosen", window -> window.has(440, TONE_DB));
                here.awaitSilence("the speakers are not used any more");
            }

            call.sound().removeModule(usb);
            bob.awaitError("device-gone");
            here.await("A at the default output", window -> window.has(440, TONE_DB));

            call.sound().addSink("usb");
            try (Recorder there = Recorder.listenTo(call.sound(), monitorOf("usb"))) {
                new Hearing(there, call::report)
                        .await("A at the device that is back", window -> window.has(440, TONE_DB));
                here.awaitSilence("the device that was chosen is used again");
            }
            assertThat(bob.leave()).isZero();
        }
    }
}
