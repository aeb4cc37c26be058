package org.tonewire.app.rtc.guard;

import dev.onvoid.webrtc.internal.DisposableNativeObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives back our reference to a native object, once. The binding throws "A reference is still
/// around somewhere" when libwebrtc holds others (a stopped sender keeps its track, a connection is
/// never freed): our reference is gone all the same, and a second try would take someone else's.
public final class NativeRelease {
    private static final Logger log = LoggerFactory.getLogger(NativeRelease.class);

    private NativeRelease() {}

    public static void of(DisposableNativeObject object) {
        of(object::dispose);
    }

    public static void of(Runnable dispose) {
        try {
            dispose.run();
        } catch (RuntimeException | Error e) {
            log.trace("Native object outlives its release: {}", e.getMessage());
        }
    }
}
