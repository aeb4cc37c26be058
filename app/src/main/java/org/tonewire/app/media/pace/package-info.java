/// Sources without a device: frames at the pace of the monotonic clock.
@NullMarked
package org.tonewire.app.media.pace;

import org.jspecify.annotations.NullMarked;
