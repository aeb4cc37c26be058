/// Links over libwebrtc (webrtc-java): the one package that imports `dev.onvoid.webrtc`. Pushed
/// sound has a sending factory, received sound a receiving one, because a factory whose device
/// module records would leak the microphone into pushed tracks. A [Connection] and the link around
/// it belong to one thread: to the session's here, to one of its own in `rtc.hub`. Audio threads
/// run parts of `rtc.sound` and `rtc.playout`; native callbacks pass through
/// [org.tonewire.app.rtc.guard.NativeGuard].
@NullMarked
package org.tonewire.app.rtc;

import org.jspecify.annotations.NullMarked;
