/// What asks libwebrtc for received sound every 10 ms: a thread of this program, or a device.
@NullMarked
package org.tonewire.app.rtc.playout;

import org.jspecify.annotations.NullMarked;
