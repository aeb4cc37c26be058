/// Pulls received sound out of libwebrtc every 10 ms: by a thread of this program, or by a device.
@NullMarked
package org.tonewire.app.rtc.playout;

import org.jspecify.annotations.NullMarked;
