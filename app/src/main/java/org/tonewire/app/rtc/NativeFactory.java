package org.tonewire.app.rtc;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import org.tonewire.app.rtc.guard.NativeRelease;

/// A connection factory and the device module it was made with, which must outlive it.
record NativeFactory(AudioDeviceModuleBase module, PeerConnectionFactory factory) {
    static NativeFactory with(AudioDeviceModuleBase module) {
        return new NativeFactory(module, new PeerConnectionFactory(module));
    }

    void dispose() {
        NativeRelease.of(factory);
        NativeRelease.of(module);
    }
}
