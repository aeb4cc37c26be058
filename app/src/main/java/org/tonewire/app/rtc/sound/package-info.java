/// Frames into and out of libwebrtc. This code runs on audio threads: no lock, no wait, and no
/// allocation per frame.
@NullMarked
package org.tonewire.app.rtc.sound;

import org.jspecify.annotations.NullMarked;
