package org.tonewire.app.rtc.playout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onvoid.webrtc.PeerConnectionFactory;
import org.junit.jupiter.api.Test;
import org.tonewire.app.rtc.sound.RenderPace;

class PacedPlayoutTest {
    /// Fails when a new version of the native library has another layout.
    @Test
    void onLinuxTheClockIsExactWithoutADevice() {
        Playout playout =
                Playout.open(
                        Runnable::run,
                        () -> {
                            throw new AssertionError("a device was wanted");
                        },
                        new RenderPace(System::nanoTime));
        assertThat(playout.exactClock()).isTrue();
        playout.module().dispose();
        assertThat(playout.close()).isTrue();
    }

    @Test
    void libwebrtcStartsAndStopsThePulls() {
        Playout playout =
                Playout.open(Runnable::run, () -> false, new RenderPace(System::nanoTime));
        PeerConnectionFactory factory = new PeerConnectionFactory(playout.module());
        playout.module().initPlayout();
        playout.module().startPlayout();
        playout.module().stopPlayout();
        assertThat(playout.close()).isTrue();
        factory.dispose();
        playout.module().dispose();
    }
}
