package org.tonewire.app.rtc.playout;

import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.tonewire.app.rtc.sound.RenderPace;

/// Asks libwebrtc for 10 ms of received sound at a time, which is when every received track gets a
/// frame. Session thread.
public interface Playout {
    /// The best one of this computer. No sound server has a part in it on Linux; elsewhere a device
    /// that plays silence sets the pace, or libwebrtc's own timer where there is no device.
    ///
    /// @param starter runs tasks at once; threads that they start carry sound
    /// @param deviceAvailable whether a device may be opened; asked where one is wanted
    static Playout open(Executor starter, BooleanSupplier deviceAvailable, RenderPace pace) {
        return PacedPlayout.open(starter, pace)
                .<Playout>map(paced -> paced)
                .orElseGet(() -> DevicePlayout.open(starter, deviceAvailable.getAsBoolean(), pace));
    }

    /// For the factory of received tracks, and for it alone.
    AudioDeviceModuleBase module();

    /// Whether long streams keep their length.
    boolean exactClock();

    /// Called once, when the factory is made, and again whenever a track may have started or ended:
    /// libwebrtc stops playout with the last track.
    void keepPlaying();

    /// Called about once a second.
    void keepEven();

    /// Called before the factory is released; no frame is asked for afterwards.
    ///
    /// @return whether the factory and the module may be released: not while a call hangs in them
    boolean close();
}
