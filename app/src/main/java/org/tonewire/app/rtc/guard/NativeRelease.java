package org.tonewire.app.rtc.guard;

import dev.onvoid.webrtc.internal.DisposableNativeObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Releases this program's reference to a native object, once. The binding throws "A reference is
/// still around somewhere" while libwebrtc holds others (a stopped sender keeps its track, a
/// connection is never freed). This program's reference is released all the same, and a second try
/// would release one of libwebrtc's.
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
