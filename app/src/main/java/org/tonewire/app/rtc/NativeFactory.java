package org.tonewire.app.rtc;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import org.tonewire.app.rtc.guard.NativeRelease;

/// A connection factory and the device module it was made with, which must outlive it. Owned by the
/// thread of its connections.
public record NativeFactory(AudioDeviceModuleBase module, PeerConnectionFactory factory) {
    static NativeFactory with(AudioDeviceModuleBase module) {
        return new NativeFactory(module, new PeerConnectionFactory(module));
    }

    /// With a device module that does nothing: one that records would send its capture on every
    /// pushed track.
    public static NativeFactory withoutDevice() {
        return with(new AudioDeviceModule(AudioLayer.kDummyAudio));
    }

    /// To be called after every connection is closed.
    public void dispose() {
        NativeRelease.of(factory);
        NativeRelease.of(module);
    }
}
