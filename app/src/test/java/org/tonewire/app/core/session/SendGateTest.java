package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.RenderReference;
import org.tonewire.app.core.audio.SourceStrip;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;

/// What the gate lets a source send.
class SendGateTest {
    private static final SourceId ID = new SourceId("s");
    private static final SourceSpec TONE =
            new SourceSpec(new SourceOrigin.Tone(440), Profile.MUSIC, 0, Optional.empty());
    private static final int ROUNDS = 2_000;

    private final SendGate gate = new SendGate();
    private int sent;
    private float last;
    private final SourceStrip strip =
            new SourceStrip((frame, _) -> send(frame), new RenderReference().reader());

    @Test
    void aSourceMutedBeforeItOpensIsSilentFromItsFirstFrameOn() {
        gate.apply(new SessionCommand.AddSource(ID, TONE));
        gate.apply(new SessionCommand.SetSourceMuted(ID, true));
        gate.attach(ID, TONE, strip);
        play();
        assertThat(last).isZero();
        assertThat(gate.of(ID)).hasValue(new SendGate.Allowance(true, false, 0));
    }

    @Test
    void aSourceSwitchedToAMicrophoneWhileMicrophonesAreHeldIsSilent() {
        gate.attach(ID, TONE, strip);
        gate.apply(new SessionCommand.HoldMicrophones(true));
        play();
        assertThat(last).isNotZero();
        gate.changeOrigin(ID, new SourceOrigin.Microphone(Optional.empty()));
        play();
        assertThat(last).isZero();
    }

    @Test
    void aShutGateStaysShut() {
        gate.attach(ID, TONE, strip);
        gate.shut();
        gate.apply(new SessionCommand.SetSourceMuted(ID, false));
        gate.apply(new SessionCommand.AddSource(ID, TONE));
        gate.attach(ID, TONE, strip);
        play();
        strip.sendSilence(1);
        assertThat(sent).isZero();
    }

    @Test
    void stripAndGateAgreeWhenTwoThreadsToggleAMute() throws InterruptedException {
        gate.attach(ID, TONE, strip);
        for (int round = 0; round < ROUNDS; round++) {
            CountDownLatch go = new CountDownLatch(1);
            Thread mute = toggle(go, true);
            Thread unmute = toggle(go, false);
            go.countDown();
            mute.join();
            unmute.join();
            play();
            assertThat(last == 0).isEqualTo(gate.of(ID).orElseThrow().muted());
        }
    }

    private Thread toggle(CountDownLatch go, boolean muted) {
        return Thread.startVirtualThread(() -> {
            SessionRig.await(go);
            gate.apply(new SessionCommand.SetSourceMuted(ID, muted));
        });
    }

    private void play() {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        Arrays.fill(frame, 0.5f);
        strip.accept(frame, 0);
    }

    private void send(float[] frame) {
        sent++;
        last = frame[frame.length - 1];
    }
}
