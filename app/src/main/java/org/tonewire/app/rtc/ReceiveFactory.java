package org.tonewire.app.rtc;

import dev.onvoid.webrtc.PeerConnectionFactory;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.tonewire.app.rtc.playout.Playout;
import org.tonewire.app.rtc.sound.RenderPace;

/// The factory for received sound, and the playout that pulls the tracks: each frame is given to
/// our sinks, and the native mix of them is thrown away. Session thread.
final class ReceiveFactory {
    private final RenderPace pace;
    private final Playout playout;
    private final NativeFactory natives;

    private ReceiveFactory(RenderPace pace, Playout playout) {
        this.pace = pace;
        this.playout = playout;
        natives = NativeFactory.with(playout.module());
    }

    /// To be called by the starter.
    ///
    /// @param starter runs every later start of playout at once
    /// @param deviceAvailable whether a device may be opened: without a sound server the native
    ///   code hangs or ends the process
    static ReceiveFactory open(Executor starter, BooleanSupplier deviceAvailable) {
        RenderPace pace = new RenderPace(System::nanoTime);
        ReceiveFactory side =
                new ReceiveFactory(pace, Playout.open(starter, deviceAvailable, pace));
        side.playout.keepPlaying();
        return side;
    }

    PeerConnectionFactory factory() {
        return natives.factory();
    }

    /// For every track that is received.
    RenderPace pace() {
        return pace;
    }

    Playout playout() {
        return playout;
    }

    /// After every connection. What a call hangs in is left as it is.
    void close() {
        if (playout.close()) {
            natives.dispose();
        }
    }
}
