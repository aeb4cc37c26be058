/// Links over libwebrtc (webrtc-java): the one package that imports `dev.onvoid.webrtc`. Pushed
/// sound has a sending factory, received sound a receiving one, because a factory whose device
/// module records would leak the microphone into pushed tracks. Everything here is owned by the
/// session thread, but for what audio threads run in `rtc.sound` and `rtc.playout`; native
/// callbacks pass through [org.tonewire.app.rtc.guard.NativeGuard].
@NullMarked
package org.tonewire.app.rtc;

import org.jspecify.annotations.NullMarked;
