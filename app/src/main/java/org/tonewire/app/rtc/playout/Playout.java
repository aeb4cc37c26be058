package org.tonewire.app.rtc.playout;

import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.tonewire.app.rtc.sound.RenderPace;

/// Pulls 10 ms of received sound at a time out of libwebrtc; each pull delivers a frame of every
/// received track. Session thread.
public interface Playout {
    /// Opens the best playout of this computer. On Linux no sound server is involved; elsewhere a
    /// device that plays silence sets the pace, or libwebrtc's own timer where there is no device.
    ///
    /// @param starter runs tasks at once; the threads that they start carry sound
    /// @param deviceAvailable whether a device may be opened; called only where one is needed
    static Playout open(Executor starter, BooleanSupplier deviceAvailable, RenderPace pace) {
        return PacedPlayout.open(starter, pace)
                .<Playout>map(paced -> paced)
                .orElseGet(() -> DevicePlayout.open(starter, deviceAvailable.getAsBoolean(), pace));
    }

    /// To be used by the factory of received tracks only.
    AudioDeviceModuleBase module();

    /// Whether the pace is exact, so that long streams keep their length.
    boolean exactClock();

    /// Called once, when the factory is made, and again whenever a track may have started or ended:
    /// libwebrtc stops playout with the last track.
    void keepPlaying();

    /// To be called before the factory is released; no frame is pulled afterwards.
    ///
    /// @return whether the factory and the module may be released: not while a call is blocked in
    ///   them
    boolean close();
}
