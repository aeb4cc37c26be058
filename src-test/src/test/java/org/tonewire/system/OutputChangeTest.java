package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.HEADPHONES;
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
    void anotherOutputTakesOver() {
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--source", "tone:440,name=A");
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder speakers = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS));
                Recorder headphones = Recorder.listenTo(call.sound(), monitorOf(HEADPHONES))) {
            bob.awaitFlowing("A");
            Hearing here = new Hearing(speakers, call::report);
            Hearing there = new Hearing(headphones, call::report);
            here.await("A at the speakers", window -> window.has(440, TONE_DB));
            there.awaitSilence("the headphones are not used");

            bob.say("output " + HEADPHONES);

            there.await("A at the headphones", window -> window.has(440, TONE_DB));
            here.awaitSilence("the speakers are not used any more");
            assertThat(bob.leave()).isZero();
        }
    }

    @Test
    void aPulledOutputIsSaidTheDefaultStandsInAndItIsTakenAgainWhenItReturns() {
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--source", "tone:440,name=A")) {
            String usb = call.sound().addSink("usb");
            try (Participant bob = call.join("Bob", "--output", "usb");
                    Recorder speakers = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
                bob.awaitFlowing("A");
                Hearing inPlace = new Hearing(speakers, call::report);
                call.sound().removeModule(usb);
                bob.awaitError("device-gone");
                inPlace.await("A at the default output", window -> window.has(440, TONE_DB));

                call.sound().addSink("usb");
                inPlace.awaitSilence("the device that was chosen is used again");
            }
        }
    }
}
