package org.tonewire.app.rtc;

import dev.onvoid.webrtc.PeerConnectionFactory;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.tonewire.app.rtc.playout.Playout;
import org.tonewire.app.rtc.sound.RenderPace;

/// The factory for received sound, and the playout that pulls the tracks: each frame goes to the
/// sinks of its track, and the native mix is dropped. Session thread.
final class ReceiveFactory {
    private final RenderPace pace;
    private final Playout playout;
    private final NativeFactory natives;

    private ReceiveFactory(RenderPace pace, Playout playout) {
        this.pace = pace;
        this.playout = playout;
        natives = NativeFactory.with(playout.module());
    }

    /// To be called on the starter.
    ///
    /// @param starter runs every later start of playout at once
    /// @param deviceAvailable whether a device may be opened: without a sound server the native
    ///   code blocks or ends the process
    static ReceiveFactory open(Executor starter, BooleanSupplier deviceAvailable) {
        RenderPace pace = new RenderPace(System::nanoTime);
        ReceiveFactory factory =
                new ReceiveFactory(pace, Playout.open(starter, deviceAvailable, pace));
        factory.playout.keepPlaying();
        return factory;
    }

    PeerConnectionFactory factory() {
        return natives.factory();
    }

    /// Shared by all received tracks.
    RenderPace pace() {
        return pace;
    }

    Playout playout() {
        return playout;
    }

    /// To be called after every connection is closed. Releases nothing that a blocked call still
    /// uses.
    void close() {
        if (playout.close()) {
            natives.dispose();
        }
    }
}
