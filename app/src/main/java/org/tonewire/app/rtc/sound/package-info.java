/// Frames on their way into and out of libwebrtc. Audio threads pass through here: no lock, no
/// wait, no allocation of ours a frame.
@NullMarked
package org.tonewire.app.rtc.sound;

import org.jspecify.annotations.NullMarked;
